package org.isdarts.kernel.cuda;

import java.util.List;

/** A convolution sums the statistics of its output before it stores it. */
final class StatisticsInConvolution implements Rule {
    @Override
    public void apply(Calls calls) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i) instanceof Statistics statistics) {
                int writer = calls.writer(i, statistics.images());
                if (writer >= 0
                        && calls.get(writer) instanceof Group<?> group
                        && group.work() instanceof Convolve.Work work
                        && work.convolution() instanceof CudaDense
                        && calls.canMove(statistics, writer, i)) {
                    Convolve convolve = (Convolve) group.members().get(0);
                    calls.replace(writer, new Group<>(work, List.of(convolve.with(statistics))));
                    calls.remove(i);
                }
            }
        }
    }
}
