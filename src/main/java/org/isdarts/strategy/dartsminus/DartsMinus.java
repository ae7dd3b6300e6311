package org.isdarts.strategy.dartsminus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Drawing;
import org.isdarts.network.Prediction;
import org.isdarts.score.Gauge;
import org.isdarts.score.Method;
import org.isdarts.score.ValueRange;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;

/**
 * DARTS- (Chu et al., ICLR 2021; Meituan-AutoML/DARTS-): first-order DARTS on edges {@code sum of softmax(a)_k o_k(x) + beta x},
 * where beta {@linkplain AuxiliarySkip fades} from epoch to epoch. The added skip helps training; the candidate skip is left to
 * compete with its merit alone. The added skip is no part of a genotype.
 */
public final class DartsMinus extends LearnedStrategy {
    /** How beta fades. */
    public static final Setting<AuxiliarySkip> SKIP_FADING = Setting.of(
                    "skipFading",
                    Kind.choice(List.of(AuxiliarySkip.values()), AuxiliarySkip::label),
                    AuxiliarySkip.LINEAR)
            .label("Fading of the skip")
            .help("How the coefficient of the auxiliary skip falls from 1: linear (the authors' choice) or cosine.")
            .build();

    /** DARTS- among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "darts-minus",
                    "DARTS-",
                    "Trains as DARTS does, with an extra skip on every edge that helps training and fades away.",
                    ArchitectureSettings.and(SKIP_FADING),
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    2.1,
                    DartsMinus::new)
            .publishedWith(
                    PublishedSettings.OF_DARTS.in("darts", "Meituan-AutoML/DARTS-", PublishedSettings.EIGHT_CELLS));

    private static final Gauge BETA = Gauge.of(
                    "beta", "Beta", "Coefficient of the extra skip on every edge, which fades over the search.")
            .within(ValueRange.FRACTION);

    private final AuxiliarySkip skip;

    /** @param settings among them those of {@link ArchitectureSettings} and {@link #SKIP_FADING} */
    public DartsMinus(SearchSpace space, Settings settings) {
        this(space, LearnedMixture.ofDarts(space, settings), settings.get(SKIP_FADING));
    }

    private DartsMinus(SearchSpace space, LearnedMixture mixture, AuxiliarySkip skip) {
        super(
                KIND,
                space,
                mixture.completedBy((training, ofOperations) -> ofOperations.withAuxiliarySkip(beta(skip, training))));
        this.skip = skip;
    }

    private static double beta(AuxiliarySkip skip, Training training) {
        return skip.beta(training.epoch(), training.epochs());
    }

    @Override
    public Drawing drawing() {
        return Drawing.WITH_AUXILIARY_SKIPS;
    }

    @Override
    public Method method() {
        return super.method().gauging(List.of(BETA));
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        return alternate(training, batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        training.record(new SearchEvent.Gauged(
                System.currentTimeMillis(),
                training.epoch(),
                training.step(),
                Map.of(BETA.name(), beta(skip, training))));
        return super.endOfEpoch(training);
    }
}
