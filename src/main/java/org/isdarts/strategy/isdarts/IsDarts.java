package org.isdarts.strategy.isdarts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.data.ImageSample;
import org.isdarts.data.ImageViews;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Prediction;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Method;
import org.isdarts.score.Score;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.Strategy;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;

/**
 * IS-DARTS: trains all kept operations alike, measures the importance of each at the end of every epoch, and after the
 * epochs of the shrink schedule discards the least important operations of every comparison subset, until what is left
 * is a genotype.
 */
public final class IsDarts implements Strategy {
    /** IS-DARTS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "is-darts",
                    "IS-DARTS",
                    "Trains all operations alike, measures how important each is, and discards the least important step by step.",
                    IsDartsSettings.ALL,
                    ImageUse.WEIGHTS,
                    1,
                    IsDarts::new)
            .publishedWith(IsDartsSettings.PUBLISHED)
            .presetting(IsDartsSettings.PRESETS)
            .foretelling(new ShrinkForecast());

    private final SearchSpace space;
    private final ShrinkSchedule schedule;
    private final Method method;
    private final Score decidedBy;
    private final int images;
    private final ImageViews views;

    /**
     * IS-DARTS before its first step.
     *
     * @param settings among them those of {@link IsDartsSettings}
     * @throws org.isdarts.settings.ViolationException if the schedule does not fit the epochs or the space
     */
    public IsDarts(SearchSpace space, Settings settings) {
        this.space = space;
        this.schedule = ShrinkSchedule.of(settings);
        this.method = IsDartsScores.method(settings);
        this.decidedBy = settings.get(IsDartsSettings.IMPORTANCE);
        this.images = settings.get(IsDartsSettings.IMPORTANCE_IMAGES);
        this.views = settings.get(IsDartsSettings.IMPORTANCE_VIEWS);
        requireRoom(settings.get(IsDartsSettings.SHRINK_STEPS));
    }

    private void requireRoom(int steps) {
        int spare = space.largestSubset() - space.kept();
        if (steps > spare) {
            throw IsDartsSettings.SHRINK_STEPS.violation(
                    steps + " is more than the " + spare + " operations that can go in space " + space.name(),
                    "give at most " + spare);
        }
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public Map<CellType, Mask> initialMasks() {
        return Mask.everything(space);
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        Prediction prediction = training.net().train(batch.images(), batch.labels());
        training.stepWeights();
        return prediction;
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        ImportanceMeter meter = measure(training);
        training.readNow(genotypeNow(training, meter));
        int step = schedule.stepAfter(training.epoch());
        return step < 0 ? Optional.empty() : Optional.of(shrink(training, meter, step));
    }

    private ImportanceMeter measure(Training training) {
        ImageSample sample = training.images(views, images);
        ImportanceMeter meter = new ImportanceMeter(training.net(), sample.count());
        for (Batch batch : sample.batches()) {
            meter.add(batch.images(), batch.count());
        }
        int[] counts = ImportanceMeter.counts(sample.count());
        Map<CellType, Map<String, CandidateScores>> scores = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            Map<String, CandidateScores> ofType = new LinkedHashMap<>();
            for (Score score : method.scores()) {
                ofType.put(
                        score.name(),
                        new CandidateScores(meter.values(type, score), meter.running(type, score, counts)));
            }
            scores.put(type, ofType);
        }
        training.record(new SearchEvent.CandidatesScored(now(), training.epoch(), training.step(), counts, scores));
        return meter;
    }

    /** What would be left if the next shrink step were the last. */
    private Genotype genotypeNow(Training training, ImportanceMeter meter) {
        Map<CellType, Mask> left = new EnumMap<>(CellType.class);
        training.net()
                .masks()
                .forEach((type, mask) -> left.put(
                        type,
                        Shrinking.shrink(space, mask, meter.values(type, decidedBy), decidedBy, 1)
                                .mask()));
        return Mask.genotype(space, left);
    }

    private Decision shrink(Training training, ImportanceMeter meter, int step) {
        Map<CellType, Mask> narrower = new EnumMap<>(CellType.class);
        List<SearchEvent> reasons = new ArrayList<>();
        for (CellType type : space.cellTypes()) {
            Shrinking shrinking = Shrinking.shrink(
                    space,
                    training.net().masks().get(type),
                    meter.values(type, decidedBy),
                    decidedBy,
                    schedule.steps() - step);
            narrower.put(type, shrinking.mask());
            reasons.add(new SearchEvent.OperationsDiscarded(
                    now(), training.epoch(), decidedBy.name(), step + 1, schedule.steps(), type, shrinking.discards()));
        }
        return new Decision(narrower, reasons);
    }

    @Override
    public Genotype genotype(Training training) {
        return Mask.genotype(space, training.net().masks());
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
