package org.isdarts.strategy.darts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Prediction;
import org.isdarts.score.Gauge;
import org.isdarts.score.Method;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.State;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;
import org.isdarts.strategy.ValidationLoss;

/**
 * DARTS, second order (Liu et al., ICLR 2019; quark0/darts): as {@link Darts}, but the architecture weights a follow the
 * loss at the weights {@code w' = w - xi (momentum velocity + dL_T/dw + decay w)} that one step of plain momentum would lead
 * to, and a step of a is made in the knowledge that it moves w'. With {@code d = dL_V/da} and {@code v = dL_V/dw} at w', and R the
 * radius over the norm of v, the gradient is
 *
 * <pre>d - xi (dL_T/da at w + R v  -  dL_T/da at w - R v) / (2 R)</pre>
 *
 * xi being the learning rate. All passes are training passes; none but that of the weights' own step leaves a trace in
 * weights or running statistics.
 */
public final class SecondOrder extends LearnedStrategy {
    /** How far the weights are moved to measure how the gradient changes. */
    public static final Setting<Double> HESSIAN_RADIUS = Setting.of("hessianRadius", Kind.number(1e-6, 1e3), 0.01)
            .label("Hessian radius")
            .help("How far the weights are moved to either side to measure how the architecture's gradient changes; the"
                    + " authors' is 0.01.")
            .build();

    /** Second-order DARTS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "darts-2",
                    "DARTS (second order)",
                    "As first-order DARTS, but looks one step of the weights ahead and knows that the architecture moves them.",
                    ArchitectureSettings.and(HESSIAN_RADIUS),
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    5,
                    SecondOrder::new)
            .publishedWith(Darts.FIRST_ORDER.published())
            .inFloat32();

    private static final String SHARE = "secondOrderShare";

    private static final Gauge SECOND_ORDER_SHARE = Gauge.of(
            "second-order share",
            "Second-order part of the gradient",
            "Norm of the second-order part of the architecture's gradient over that of the first-order part, in the"
                    + " last step.");

    private final double radius;
    private double share;

    /** @param settings among them those of {@link ArchitectureSettings} and {@link #HESSIAN_RADIUS} */
    public SecondOrder(SearchSpace space, Settings settings) {
        super(KIND, space, LearnedMixture.ofDarts(space, settings));
        this.radius = settings.get(HESSIAN_RADIUS);
    }

    @Override
    public Method method() {
        return super.method().gauging(List.of(SECOND_ORDER_SHARE));
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        UnrolledGradient gradient = UnrolledGradient.of(
                training.net(),
                mixture().mixture(training),
                training::lookAhead,
                radius,
                batch,
                training.validationBatch());
        ValidationLoss.tell(training, gradient.prediction());
        share = gradient.secondOrderShare(training.rate());
        mixture().step(training, mixture().chain(training, gradient.at(training.rate())));
        return mixture().trainWeights(training, batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        training.record(new SearchEvent.Gauged(
                System.currentTimeMillis(),
                training.epoch(),
                training.step(),
                Map.of(SECOND_ORDER_SHARE.name(), share)));
        return super.endOfEpoch(training);
    }

    @Override
    public State state() {
        return super.state().with(SHARE, new double[] {share});
    }

    @Override
    public void restore(State state) {
        super.restore(state);
        share = state.get(SHARE)[0];
    }
}
