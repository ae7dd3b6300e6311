package org.isdarts.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.isdarts.event.RunEvent.Accuracy;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.event.RunEvent.Finished;
import org.isdarts.event.RunEvent.Paused;
import org.isdarts.event.RunEvent.Resumed;
import org.isdarts.event.RunEvent.Started;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.event.SearchEvent.MaskChanged;
import org.isdarts.event.SearchEvent.OperationsDiscarded;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Score;
import org.isdarts.search.Preset;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.isdarts.strategy.isdarts.IsDartsSettings;
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
    private final Score decidedBy;
    private final int[] counts;
    private final long seed;
    private final List<RunEvent> events = new ArrayList<>();
    private final Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
    private long time = START;

    private SimulatedSearch(SearchSpace space, ShrinkSchedule schedule, Score decidedBy, int images, long seed) {
        this.space = space;
        this.schedule = schedule;
        this.decidedBy = decidedBy;
        this.counts = counts(images);
        this.seed = seed;
    }

    /** NAS-Bench-201 as in the paper: 30 epochs, shrinking after 22, 24, 26 and 28; importance over 200 images. */
    public static List<RunEvent> nasBench201(long seed) {
        return new SimulatedSearch(NasBench201.SPACE, new ShrinkSchedule(30, 4, 2), IsDartsScores.FISHER, 200, seed)
                .run();
    }

    /** DARTS as in the paper: 50 epochs, shrinking after 29, 32 ... 47; importance over 600 images. */
    public static List<RunEvent> darts(long seed) {
        return new SimulatedSearch(Darts.SPACE, new ShrinkSchedule(50, 7, 3), IsDartsScores.FISHER, 600, seed).run();
    }

    private List<RunEvent> run() {
        events.add(new Started(
                time,
                IsDartsScores.method(settings()),
                settings(),
                "CPU",
                "nd4j",
                STEPS * 64,
                1000,
                STEPS,
                1_000_000,
                10));
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

    private Settings settings() {
        return Preset.PAPER
                .config(space, "synthetic")
                .settings()
                .with(RunSettings.EPOCHS, schedule.epochs())
                .with(IsDartsSettings.IMPORTANCE, decidedBy)
                .with(IsDartsSettings.SHRINK_STEPS, schedule.steps())
                .with(IsDartsSettings.IMPORTANCE_IMAGES, counts[counts.length - 1])
                .with(RunSettings.SEED, seed);
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
        Map<CellType, Map<String, CandidateScores>> measurements = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            Map<String, CandidateScores> both = new LinkedHashMap<>();
            for (Score importance : IsDartsScores.ALL) {
                both.put(importance.name(), measurement(epoch, type, importance));
            }
            measurements.put(type, both);
        }
        events.add(new CandidatesScored(time, epoch, STEPS, counts, measurements));
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
            events.add(new OperationsDiscarded(
                    time, epoch, decidedBy.name(), step + 1, schedule.steps(), type, shrinking.discards()));
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

    private CandidateScores measurement(int epoch, CellType type, Score importance) {
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
        return new CandidateScores(values, running);
    }

    private float[] means(int epoch, CellType type, Score importance, Candidate candidate) {
        Operation operation = space.operations().get(candidate.operation());
        float[] means = new float[counts.length];
        if (operation == Operation.NONE) {
            Arrays.fill(means, importance.equals(IsDartsScores.FISHER) ? Float.POSITIVE_INFINITY : 0);
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

    private static double level(Operation operation, Score importance) {
        boolean free = operation.isParameterFree();
        if (importance.equals(IsDartsScores.IIM)) {
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
