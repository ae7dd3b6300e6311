package org.isdarts.strategy.pdarts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.data.Draws;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Drawing;
import org.isdarts.network.Dropout;
import org.isdarts.network.NetworkSettings;
import org.isdarts.network.Prediction;
import org.isdarts.score.Gauge;
import org.isdarts.score.Method;
import org.isdarts.score.ValueRange;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.Discards;
import org.isdarts.strategy.GradientClip;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.Stage;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;

/**
 * P-DARTS (Chen et al., ICCV 2019; chenxin061/pdarts): DARTS in stages, each with a deeper net, fresh weights, fresh
 * architecture weights and fewer candidates on every edge. In the first epochs of a stage the architecture weights rest.
 * Values behind skip connections are dropped, and the normal cell is read with a {@link SkipLimit}.
 */
public final class PDarts extends LearnedStrategy {
    /** P-DARTS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "p-darts",
                    "P-DARTS",
                    "Searches in stages, each in a deeper net with fewer operations, and restrains skip connections by dropout and a"
                            + " limit.",
                    PDartsSettings.ALL,
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    2,
                    PDarts::new)
            .publishedWith(PublishedSettings.OF_DARTS
                    .with(Map.of(
                            "epochs", "75",
                            "batchSize", "96",
                            "lastLearningRate", "0",
                            "architectureRate", "0.0006",
                            "cells", "1",
                            "stages", "3",
                            "stageGrowth", "2",
                            "skipDropout", "0.7",
                            "skipLimit", "2"))
                    .in("darts", "chenxin061/pdarts", Map.of("channels", "16")))
            .presetting(PDartsSettings.PRESETS);

    private static final Gauge DROPOUT = Gauge.of(
                    "skipDropout",
                    "Dropout on skip connections",
                    "Share of the values behind skip connections that is dropped in training.")
            .within(ValueRange.FRACTION);

    private static final Gauge SKIPS = Gauge.of(
            "allSkips",
            "Skip connections before the limit",
            "Skip connections of the normal cell as it would be read now if their number were not limited.");

    private static final GradientClip CLIP = new GradientClip(5);

    private final Settings settings;
    private final StagePlan plan;
    private final double growth;

    /**
     * @param settings among them those of {@link PDartsSettings}
     * @throws org.isdarts.settings.ViolationException if the stages do not share the epochs evenly
     */
    public PDarts(SearchSpace space, Settings settings) {
        this(space, settings, StagePlan.of(space, settings));
    }

    private PDarts(SearchSpace space, Settings settings, StagePlan plan) {
        super(
                KIND,
                space,
                fresh(space, settings, 1)
                        .completedBy(
                                (training, ofOperations) -> ofOperations.withSkipDropout(dropout(plan, training))));
        this.settings = settings;
        this.plan = plan;
        this.growth = plan.sizeOfLargest(settings.get(NetworkSettings.CELLS));
    }

    private static LearnedMixture fresh(SearchSpace space, Settings settings, int stage) {
        return LearnedMixture.ofDarts(
                space, settings, Draws.of(settings.get(RunSettings.SEED), Draws.Purpose.ARCHITECTURE, stage));
    }

    private static Dropout dropout(StagePlan plan, Training training) {
        return new Dropout(rate(plan, training), training.random().nextLong());
    }

    private static double rate(StagePlan plan, Training training) {
        return plan.dropout(plan.at(training.epoch(), training.epochs()), training.epoch());
    }

    @Override
    public Method method() {
        return super.method().gauging(List.of(DROPOUT, SKIPS));
    }

    @Override
    public Drawing drawing() {
        return Drawing.WITH_DROPPED_SKIPS;
    }

    @Override
    public Stage stage(int epoch, int epochs) {
        return plan.at(epoch, epochs);
    }

    @Override
    public double growth() {
        return growth;
    }

    private Stage stage(Training training) {
        return plan.at(training.epoch(), training.epochs());
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        if (!plan.trainsWeightsOnly(stage(training), training.epoch())) {
            Map<CellType, double[][]> gradient = mixture().gradient(training, training.validationBatch());
            CLIP.apply(gradient.values().stream().flatMap(Arrays::stream).toList());
            mixture().step(training, gradient);
        }
        return mixture().trainWeights(training, batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        super.endOfEpoch(training);
        gauge(training);
        Stage stage = stage(training);
        return stage.endsAfter(training.epoch()) && training.epoch() < training.epochs()
                ? Optional.of(endOf(stage, training))
                : Optional.empty();
    }

    private void gauge(Training training) {
        Map<String, Double> gauges = new LinkedHashMap<>();
        gauges.put(DROPOUT.name(), rate(plan, training));
        List<Candidate> unlimited = SkipLimit.NONE.cell(
                space(),
                training.net().masks().get(CellType.NORMAL),
                coefficients(training).get(CellType.NORMAL));
        gauges.put(SKIPS.name(), (double) SkipLimit.skips(space(), unlimited).size());
        training.record(new SearchEvent.Gauged(System.currentTimeMillis(), training.epoch(), training.step(), gauges));
    }

    /** The least probable candidates go; the next stage begins anew with the rest. */
    private Decision endOf(Stage stage, Training training) {
        int count = plan.candidates(stage.number()) - plan.candidates(stage.number() + 1);
        Map<CellType, Mask> masks = new EnumMap<>(training.net().masks());
        List<SearchEvent> reasons = new ArrayList<>();
        coefficients(training).forEach((type, shares) -> {
            Mask before = masks.get(type);
            List<Candidate> going = StageEnd.discarded(before, shares, count);
            if (!going.isEmpty()) {
                masks.put(type, before.without(going));
                reasons.add(Discards.event(training, type, before, shares, going));
            }
        });
        mixture().restore(fresh(space(), settings, stage.number() + 1).state());
        return new Decision(masks, reasons);
    }

    private Map<CellType, double[][]> coefficients(Training training) {
        return mixture().coefficients(training.net().masks());
    }

    @Override
    protected Genotype genotypeNow(Training training) {
        return new SkipLimit(settings.get(PDartsSettings.SKIP_LIMIT))
                .genotype(space(), training.net().masks(), coefficients(training));
    }
}
