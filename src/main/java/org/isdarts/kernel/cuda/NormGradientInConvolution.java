package org.isdarts.kernel.cuda;

import java.util.List;
import java.util.Optional;

/** The gradient of a norm's input that only a convolution's backward pass reads is formed while it reads, and not written down. */
final class NormGradientInConvolution implements Rule {
    @Override
    public void apply(Calls calls) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i) instanceof NormGradient norm && isForConvolutionsAlone(calls, i, norm)) {
                for (int reader : calls.readers(i, norm.target())) {
                    calls.replace(reader, reading(calls.get(reader), norm).orElseThrow());
                }
                calls.remove(i);
            }
        }
    }

    private static boolean isForConvolutionsAlone(Calls calls, int number, NormGradient norm) {
        return !calls.isKept(number, norm.target())
                && calls.readers(number, norm.target()).stream()
                        .allMatch(reader -> reading(calls.get(reader), norm)
                                        .filter(merged -> !merged.conflictsWith(norm.from()))
                                        .isPresent()
                                && calls.isUnchanged(norm.read(), number, reader));
    }

    /** The same with the gradient formed; empty for what is no convolution's backward pass. */
    private static Optional<Call> reading(Call call, NormGradient norm) {
        if (call instanceof Group<?> group && group.work() instanceof InputGradient.Work work) {
            InputGradient member = (InputGradient) group.members().get(0);
            return Optional.of(new Group<>(work, List.of(member.from(norm.from()))));
        }
        if (call instanceof Group<?> group && group.work() instanceof WeightGradient.Work work) {
            WeightGradient member = (WeightGradient) group.members().get(0);
            return Optional.of(new Group<>(work, List.of(member.from(norm.from()))));
        }
        return Optional.empty();
    }
}
