package org.isdarts.search;

import java.util.List;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;

/** Settings of the steps that train the weights. */
public final class OptimizerSettings {
    private static final double MOST_RATE = 100;
    private static final double MOST_CLIP = 1e6;

    /** Images of one step. */
    public static final Setting<Integer> BATCH_SIZE = Setting.of("batchSize", Kind.wholeNumber(2, 65_536), 64)
            .label("Batch size")
            .help("Images of one training step.")
            .build();

    /** Where the cosine begins. */
    public static final Setting<Double> LEARNING_RATE = Setting.of("learningRate", Kind.number(0, MOST_RATE), 0.025)
            .label("Learning rate, first")
            .help("Learning rate of the first epoch; half a cosine takes it down to the last one.")
            .build();

    /** Where the cosine ends. */
    public static final Setting<Double> LAST_LEARNING_RATE = Setting.of(
                    "lastLearningRate", Kind.number(0, MOST_RATE), 0.001)
            .label("Learning rate, last")
            .help("Learning rate that the cosine reaches at the end of the search.")
            .build();

    /** How much of the velocity lasts. */
    public static final Setting<Double> MOMENTUM = Setting.of("momentum", Kind.number(0, 1), 0.9)
            .label("Momentum")
            .help("The share of its velocity that a weight keeps from step to step.")
            .build();

    /** Which momentum. */
    public static final Setting<Momentum> MOMENTUM_KIND = Setting.of(
                    "momentumKind", Kind.choice(List.of(Momentum.values()), Momentum::label), Momentum.NESTEROV)
            .label("Momentum kind")
            .help("Whether weights follow their velocity (polyak) or look ahead (nesterov).")
            .build();

    /** Weight decay on every parameter. */
    public static final Setting<Double> WEIGHT_DECAY = Setting.of("weightDecay", Kind.number(0, 1), 3e-4)
            .label("Weight decay")
            .help("L2 weight decay: the share of every weight that is added to its gradient.")
            .build();

    /** The gradient's norm is clipped to this. */
    public static final Setting<Double> GRADIENT_CLIP = Setting.of("gradientClip", Kind.number(0, MOST_CLIP), 5.0)
            .label("Gradient clip")
            .help("Largest norm of the gradient; a larger one is scaled down to it. 0 clips nothing.")
            .build();

    private OptimizerSettings() {}
}
