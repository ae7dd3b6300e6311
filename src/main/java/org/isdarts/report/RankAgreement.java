package org.isdarts.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How well two quantities put the same runs in one order.
 *
 * @param runs how many
 * @param tau Kendall's tau-b, which counts ties as neither
 * @param rho Spearman's rho
 */
record RankAgreement(int runs, Estimate tau, Estimate rho) {
    private static final int FEWEST = 3;
    private static final int RESAMPLES = 1_000;
    private static final long SEED = 1;
    private static final double LOW = 2.5;
    private static final double HIGH = 97.5;

    /**
     * A number, and the interval in which 95 % of it lie when runs are drawn again with replacement (percentile
     * bootstrap).
     */
    record Estimate(double value, double low, double high) {
        private String text() {
            return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, low, high);
        }
    }

    /** The agreement of two quantities of the same runs; empty below three runs, or where one of them is constant. */
    static Optional<RankAgreement> of(double[] one, double[] other) {
        if (one.length < FEWEST || isConstant(one) || isConstant(other)) {
            return Optional.empty();
        }
        return Optional.of(new RankAgreement(
                one.length,
                estimate(one, other, new KendallsCorrelation()::correlation),
                estimate(one, other, new SpearmansCorrelation()::correlation)));
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).distinct().count() < 2;
    }

    private static Estimate estimate(double[] one, double[] other, ToDoubleBiFunction<double[], double[]> correlation) {
        RandomGenerator random = new SplittableRandom(SEED);
        double[] drawn = IntStream.range(0, RESAMPLES)
                .mapToObj(resample -> random.ints(one.length, 0, one.length).toArray())
                .toList()
                .parallelStream()
                .mapToDouble(picked -> correlation.applyAsDouble(picked(one, picked), picked(other, picked)))
                .filter(Double::isFinite)
                .toArray();
        Percentile percentile = new Percentile();
        percentile.setData(drawn);
        return new Estimate(correlation.applyAsDouble(one, other), percentile.evaluate(LOW), percentile.evaluate(HIGH));
    }

    private static double[] picked(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(index -> values[index]).toArray();
    }

    /** In words. */
    String text() {
        return "Kendall's tau-b " + tau.text() + ", Spearman's rho " + rho.text() + ", n = " + runs
                + "; in parentheses the 95 % interval of " + RESAMPLES + " bootstrap samples";
    }
}
