package org.isdarts.search;

/** The learning rate in the course of a training. */
public sealed interface RateSchedule {
    /**
     * The rate of a step.
     *
     * @param epoch from 1
     * @param done share of the epoch's steps that are done, from 0 to below 1
     */
    double at(int epoch, double done);

    /**
     * Half a cosine from the first rate down to the last (Loshchilov and Hutter 2017, without restarts, one value an epoch).
     * Where there is a warm-up, the rate first rises in equal steps from 0 to the first rate, and the cosine takes as many
     * epochs as there are besides; it ends as many epochs before the end as the warm-up took, and the rest have the last
     * rate (as AutoDL of D-X-Y does it).
     *
     * @param first rate of the first epoch after the warm-up
     * @param last rate the cosine would reach at its end
     * @param warmUp epochs of the warm-up
     * @param epochs epochs of the whole training
     */
    record Cosine(double first, double last, int warmUp, int epochs) implements RateSchedule {
        @Override
        public double at(int epoch, double done) {
            int past = epoch - 1;
            if (past < warmUp) {
                return first * (past + done) / warmUp;
            }
            int length = epochs - warmUp;
            return past < length
                    ? last + (first - last) / 2 * (1 + Math.cos(Math.PI * (past - warmUp) / length))
                    : last;
        }
    }

    /**
     * Every epoch the rate is multiplied by a factor.
     *
     * @param first rate of the first epoch
     * @param factor of every further one
     */
    record Exponential(double first, double factor) implements RateSchedule {
        @Override
        public double at(int epoch, double done) {
            return first * Math.pow(factor, epoch - 1);
        }
    }

    /**
     * Every few epochs the rate is multiplied by a factor.
     *
     * @param first rate of the first epochs
     * @param factor of each further step
     * @param interval epochs of a step
     */
    record Steps(double first, double factor, int interval) implements RateSchedule {
        @Override
        public double at(int epoch, double done) {
            int steps = (epoch - 1) / interval;
            return first * Math.pow(factor, steps);
        }
    }
}
