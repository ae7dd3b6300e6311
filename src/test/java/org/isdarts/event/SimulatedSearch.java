package org.isdarts.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.isdarts.event.SearchEvent.Accuracy;
import org.isdarts.event.SearchEvent.BatchProgress;
import org.isdarts.event.SearchEvent.EpochFinished;
import org.isdarts.event.SearchEvent.Finished;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.event.SearchEvent.MaskChanged;
import org.isdarts.event.SearchEvent.Measurement;
import org.isdarts.event.SearchEvent.OperationsDiscarded;
import org.isdarts.event.SearchEvent.Paused;
import org.isdarts.event.SearchEvent.Resumed;
import org.isdarts.event.SearchEvent.SearchStarted;
import org.isdarts.score.Importance;
import org.isdarts.search.Preset;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.isdarts.ShrinkSchedule;
import org.isdarts.strategy.isdarts.Shrinking;

/**
 * The events of a search of the paper's length whose importance is drawn instead of measured, with magnitudes like
 * those of a small real supernet. Discarding and the order of events are the real ones.
 */
public final class SimulatedSearch {
    private static final long START = 1_760_000_000_000L;
    private static final int STEPS = 100;

    private final SearchSpace space;
    private final ShrinkSchedule schedule;
    private final Importance decidedBy;
    private final int[] counts;
    private final long seed;
    private final List<SearchEvent> events = new ArrayList<>();
    private final Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
    private long time = START;

    private SimulatedSearch(SearchSpace space, ShrinkSchedule schedule, Importance decidedBy, int images, long seed) {
        this.space = space;
        this.schedule = schedule;
        this.decidedBy = decidedBy;
        this.counts = counts(images);
        this.seed = seed;
    }

    /** NAS-Bench-201 as in the paper: 30 epochs, shrinking after 22, 24, 26 and 28; importance over 200 images. */
    public static List<SearchEvent> nasBench201(long seed) {
        return new SimulatedSearch(NasBench201.SPACE, new ShrinkSchedule(30, 4, 2), Importance.FISHER, 200, seed).run();
    }

    /** DARTS as in the paper: 50 epochs, shrinking after 29, 32 ... 47; importance over 600 images. */
    public static List<SearchEvent> darts(long seed) {
        return new SimulatedSearch(Darts.SPACE, new ShrinkSchedule(50, 7, 3), Importance.FISHER, 600, seed).run();
    }

    private List<SearchEvent> run() {
        events.add(new SearchStarted(time, settings(), "CPU", "nd4j", STEPS * 64, 1000, STEPS, 1_000_000, 10));
        space.cellTypes().forEach(type -> masks.put(type, Mask.full(space)));
        events.add(new MaskChanged(time, 0, masks));
        for (int epoch = 1; epoch <= schedule.epochs(); epoch++) {
            train(epoch);
            measure(epoch);
            finish(epoch);
            shrink(epoch);
        }
        events.add(new Finished(time, schedule.epochs(), genotype().notation(), (time - START) / 1000.0));
        return events;
    }

    private Map<String, String> settings() {
        Map<String, String> settings =
                new HashMap<>(Preset.PAPER.config(space, "synthetic").settings().texts());
        settings.put("epochs", Integer.toString(schedule.epochs()));
        settings.put("importance", decidedBy.label());
        settings.put("shrinkSteps", Integer.toString(schedule.steps()));
        settings.put("importanceImages", Integer.toString(counts[counts.length - 1]));
        settings.put("seed", Long.toString(seed));
        return settings;
    }

    private Genotype genotype() {
        Map<CellType, List<Candidate>> kept = new EnumMap<>(CellType.class);
        masks.forEach((type, mask) -> kept.put(type, mask.keptCandidates()));
        return new Genotype(space, kept);
    }

    private double learned(int epoch) {
        return 1 - Math.exp(-epoch / 8.0);
    }

    private double rate(int epoch) {
        double progress = (epoch - 1.0) / schedule.epochs();
        return 0.001 + 0.024 * (1 + Math.cos(Math.PI * progress)) / 2;
    }

    private void train(int epoch) {
        for (int step = 25; step <= STEPS; step += 25) {
            time += 15_000;
            double loss = 2.3 - 1.6 * learned(epoch);
            double top1 = 0.1 + 0.7 * learned(epoch);
            events.add(new BatchProgress(time, epoch, step, STEPS, loss, top1, rate(epoch), 350, 5, 500));
            if (epoch == 12 && step == 50) {
                events.add(new Paused(time, epoch, step));
                time += 3_600_000;
                events.add(new Resumed(time, epoch, step, null));
            }
        }
    }

    private void measure(int epoch) {
        Map<CellType, Map<Importance, Measurement>> measurements = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            Map<Importance, Measurement> both = new EnumMap<>(Importance.class);
            for (Importance importance : Importance.values()) {
                both.put(importance, measurement(epoch, type, importance));
            }
            measurements.put(type, both);
        }
        events.add(new ImportanceMeasured(time, epoch, decidedBy, counts, measurements));
    }

    private void shrink(int epoch) {
        int step = schedule.stepAfter(epoch);
        if (step < 0) {
            return;
        }
        for (CellType type : space.cellTypes()) {
            Shrinking shrinking = Shrinking.shrink(
                    space,
                    masks.get(type),
                    measurement(epoch, type, decidedBy).values(),
                    decidedBy,
                    schedule.steps() - step);
            masks.put(type, shrinking.mask());
            events.add(new OperationsDiscarded(time, epoch, step + 1, schedule.steps(), type, shrinking.discards()));
        }
        events.add(new MaskChanged(time, epoch, masks));
    }

    private void finish(int epoch) {
        Random random = new Random(seed * 31 + epoch);
        double noise = 0.015 * random.nextGaussian();
        Accuracy train =
                new Accuracy(2.3 - 1.6 * learned(epoch), 0.1 + 0.7 * learned(epoch), 0.5 + 0.45 * learned(epoch));
        Accuracy valid = new Accuracy(
                2.3 - 1.4 * learned(epoch) - 2 * noise,
                0.1 + 0.62 * learned(epoch) + noise,
                0.5 + 0.42 * learned(epoch));
        double seconds = 60
                + 20.0 * masks.get(CellType.NORMAL).count() / Mask.full(space).count();
        events.add(new EpochFinished(time, epoch, train, valid, rate(epoch), seconds, 350));
    }

    private Measurement measurement(int epoch, CellType type, Importance importance) {
        Mask mask = masks.get(type);
        double[][] values = new double[mask.edges()][mask.operations()];
        float[][][] running = new float[mask.edges()][mask.operations()][0];
        for (double[] edge : values) {
            Arrays.fill(edge, Double.NaN);
        }
        for (Candidate candidate : mask.keptCandidates()) {
            float[] means = means(epoch, type, importance, candidate);
            running[candidate.edge()][candidate.operation()] = means;
            values[candidate.edge()][candidate.operation()] = means[means.length - 1];
        }
        return new Measurement(values, running);
    }

    private float[] means(int epoch, CellType type, Importance importance, Candidate candidate) {
        Operation operation = space.operations().get(candidate.operation());
        float[] means = new float[counts.length];
        if (operation == Operation.NONE) {
            Arrays.fill(means, importance == Importance.FISHER ? Float.POSITIVE_INFINITY : 0);
            return means;
        }
        Random ofCandidate = new Random(seed
                + 7L * candidate.edge()
                + 131L * candidate.operation()
                + type.label().length());
        double level = level(operation, importance) + 0.6 * ofCandidate.nextGaussian() - 0.03 * epoch;
        Random ofImages = new Random(ofCandidate.nextLong() + epoch);
        double sum = 0;
        int image = 0;
        for (int i = 0; i < counts.length; i++) {
            while (image < counts[i]) {
                sum += Math.exp(level + 0.8 * ofImages.nextGaussian());
                image++;
            }
            means[i] = (float) (sum / image);
        }
        return means;
    }

    private static double level(Operation operation, Importance importance) {
        boolean free = operation.isParameterFree();
        if (importance == Importance.IIM) {
            return free ? 3 : 5;
        }
        return operation == Operation.SKIP_CONNECT ? 4.5 : free ? 7 : 2.7;
    }

    private static int[] counts(int images) {
        List<Integer> counts = new ArrayList<>();
        for (int count = 1; count < images; count = Math.max(count + 1, count * 21 / 20)) {
            counts.add(count);
        }
        counts.add(images);
        return counts.stream().mapToInt(Integer::intValue).toArray();
    }
}
