package org.isdarts.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.isdarts.device.ProcessMemory;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.profile.RunTrial;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.TrainingConfig;
import org.isdarts.space.Genotype;
import org.isdarts.text.Durations;
import org.isdarts.text.Numbers;

/**
 * What the runs of a plan will take on this machine, each with the trainings that follow it.
 *
 * @param runs in the order of the plan
 */
public record SweepEstimate(List<Estimated> runs) {
    public SweepEstimate {
        runs = List.copyOf(runs);
    }

    /**
     * A run.
     *
     * @param seconds of the search and the trainings, one after another
     * @param megabytes of whichever takes most; NaN where the system does not tell
     * @param images training images of an epoch of the search
     */
    public record Estimated(SweepRun run, double seconds, double megabytes, int images) {}

    /**
     * Of every run of a plan.
     *
     * @param cancelled looked at before every run
     * @throws CancellationException if it was cancelled
     */
    public static SweepEstimate of(SweepPlan plan, Trials trials, BooleanSupplier cancelled) {
        return of(plan, trials::of, cancelled);
    }

    /**
     * The same, but where runs alike say that all take longer than a time, one after another, no more than what they say.
     *
     * @param most the time in seconds
     */
    public static SweepEstimate of(SweepPlan plan, double most, Trials trials, BooleanSupplier cancelled) {
        SweepEstimate rough = of(plan, trials::like, cancelled);
        return rough.seconds(1) > most ? rough : of(plan, trials, cancelled);
    }

    private static SweepEstimate of(
            SweepPlan plan, Function<TrainingConfig, RunTrial> trials, BooleanSupplier cancelled) {
        List<Estimated> runs = new ArrayList<>();
        for (SweepRun run : plan.runs()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            runs.add(estimated(plan, run, trials));
        }
        return new SweepEstimate(runs);
    }

    private static Estimated estimated(SweepPlan plan, SweepRun run, Function<TrainingConfig, RunTrial> trials) {
        SearchConfig config = run.config();
        RunTrial search = trials.apply(config);
        double seconds = search.seconds(config);
        double megabytes = search.megabytes();
        for (SweepEvaluation evaluation : plan.evaluations()) {
            EvaluationConfig training = evaluation.config(config, Genotype.sample(config.searchSpace()));
            RunTrial trained = trials.apply(training);
            seconds += trained.seconds(training);
            megabytes = Math.max(megabytes, trained.megabytes());
        }
        return new Estimated(run, seconds, megabytes, search.images(config));
    }

    /**
     * Time of the whole in seconds, where runs begin in their order.
     *
     * @param atOnce how many at the same time, each as fast as alone
     */
    public double seconds(int atOnce) {
        PriorityQueue<Double> ends = new PriorityQueue<>();
        double last = 0;
        for (Estimated run : runs) {
            double begin = ends.size() < atOnce ? 0 : ends.remove();
            ends.add(begin + run.seconds());
            last = Math.max(last, begin + run.seconds());
        }
        return last;
    }

    /** Memory of the dearest runs that could be done at the same time, in megabytes; NaN where the system does not tell. */
    public double megabytes(int atOnce) {
        List<Estimated> dearest = new ArrayList<>(runs);
        dearest.sort(Comparator.comparingDouble(Estimated::megabytes).reversed());
        return dearest.stream().limit(atOnce).mapToDouble(Estimated::megabytes).sum();
    }

    /**
     * The whole, such as {@code 4 runs, 40 s to 3 min each, 2 at the same time: about 6 min, 340 MB}.
     *
     * @param atOnce how many at the same time
     */
    public String words(int atOnce) {
        String shortest = Durations.of(secondsOfEach().min().orElseThrow());
        String longest = Durations.of(secondsOfEach().max().orElseThrow());
        return runs.size() + (runs.size() == 1 ? " run, " : " runs, ")
                + (shortest.equals(longest) ? longest : shortest + " to " + longest) + " each, " + atOnce
                + " at the same time: about " + Durations.of(seconds(atOnce)) + ", "
                + Numbers.megabytes(megabytes(atOnce));
    }

    private DoubleStream secondsOfEach() {
        return runs.stream().mapToDouble(Estimated::seconds);
    }

    /** How many runs at the same time that this machine's free memory is enough for now. */
    public int fittingHere(int atOnce) {
        return fitting(atOnce, ProcessMemory.freeMegabytes());
    }

    /** How many runs at the same time that memory is enough for, at least one and at most as many as asked. */
    public int fitting(int atOnce, double freeMegabytes) {
        int fitting = atOnce;
        while (fitting > 1 && megabytes(fitting) > freeMegabytes) {
            fitting--;
        }
        return fitting;
    }
}
