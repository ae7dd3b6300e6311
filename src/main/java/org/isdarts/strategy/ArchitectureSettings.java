package org.isdarts.strategy;

import java.util.List;
import java.util.stream.Stream;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;

/** Settings of the steps that train architecture weights. */
public final class ArchitectureSettings {
    private static final double MOST_RATE = 100;

    /** Adam's learning rate. */
    public static final Setting<Double> ARCHITECTURE_RATE = Setting.of(
                    "architectureRate", Kind.number(0, MOST_RATE), 3e-4)
            .label("Architecture rate")
            .help("Learning rate of the architecture weights (Adam), the same in every epoch.")
            .build();

    /** L2 decay in the gradient. */
    public static final Setting<Double> ARCHITECTURE_DECAY = Setting.of("architectureDecay", Kind.number(0, 1), 1e-3)
            .label("Architecture decay")
            .help("L2 decay of the architecture weights: the share of each that is added to its gradient.")
            .build();

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(ARCHITECTURE_RATE, ARCHITECTURE_DECAY);

    private ArchitectureSettings() {}

    /** All of them, and one of a method's own. */
    public static List<Setting<?>> and(Setting<?> own) {
        return and(List.of(own));
    }

    /** All of them, and a method's own. */
    public static List<Setting<?>> and(List<Setting<?>> own) {
        return Stream.concat(ALL.stream(), own.stream()).toList();
    }

    /** Adam as these settings say, with the moments of DARTS. */
    public static Adam adam(Settings settings) {
        return Adam.ofDarts(settings.get(ARCHITECTURE_RATE), settings.get(ARCHITECTURE_DECAY));
    }
}
