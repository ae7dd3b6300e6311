package org.isdarts.kernel.cuda;

import java.util.List;

/** A sum stores what a ReLU leaves of it in the same pass, and itself only if somebody else reads it. */
final class RectifyInSum implements Rule {
    @Override
    public void apply(Calls calls) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i) instanceof Relu relu) {
                int writer = calls.writer(i, relu.input());
                if (writer >= 0
                        && calls.get(writer) instanceof Sum sum
                        && sum.target() == relu.input()
                        && sum.rectified() == 0
                        && !sum.read().contains(relu.output())
                        && calls.canMove(relu, writer, i)) {
                    calls.replace(writer, sum.rectifying(relu.output(), isWanted(calls, writer, i, relu)));
                    calls.remove(i);
                }
            }
        }
    }

    private static boolean isWanted(Calls calls, int writer, int number, Relu relu) {
        return calls.isKept(writer, relu.input())
                || !calls.readers(writer, relu.input()).equals(List.of(number));
    }
}
