package org.isdarts.kernel.cuda;

/** Images that are normalized for sums alone are normalized while they are added, and not written down. */
final class NormalizeInSum implements Rule {
    @Override
    public void apply(Calls calls) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i) instanceof Sum norm && norm.isNorm() && isForSumsAlone(calls, i, norm)) {
                for (int reader : calls.readers(i, norm.target())) {
                    calls.replace(reader, ((Sum) calls.get(reader)).normalizing(norm));
                }
                calls.remove(i);
            }
        }
    }

    private static boolean isForSumsAlone(Calls calls, int number, Sum norm) {
        return !calls.isKept(number, norm.target())
                && calls.readers(number, norm.target()).stream()
                        .allMatch(reader ->
                                calls.get(reader) instanceof Sum && calls.isUnchanged(norm.read(), number, reader));
    }
}
