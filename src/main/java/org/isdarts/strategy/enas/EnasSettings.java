package org.isdarts.strategy.enas;

import java.util.List;
import java.util.Map;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.strategy.WeightSharing;

/** How long the controller of ENAS learns after every epoch. */
public final class EnasSettings {
    private static final int MOST = 100_000;

    /** Steps of the controller after an epoch. */
    public static final Setting<Integer> CONTROLLER_STEPS = Setting.of("controllerSteps", Kind.wholeNumber(1, MOST), 50)
            .label("Controller steps")
            .help("Steps of the controller after every epoch of the weights; 50 in D-X-Y/AutoDL-Projects, 30 in"
                    + " melodyguan/enas.")
            .build();

    /** Architectures that a step averages over. */
    public static final Setting<Integer> CONTROLLER_SAMPLES = Setting.of(
                    "controllerSamples", Kind.wholeNumber(1, MOST), 20)
            .label("Samples per controller step")
            .help("Architectures that the controller writes for each of its steps, each judged on a batch of validation"
                    + " images; 20 in D-X-Y/AutoDL-Projects, 10 in melodyguan/enas.")
            .build();

    /** Those of the controller. */
    public static final List<Setting<?>> OF_CONTROLLER = List.of(CONTROLLER_STEPS, CONTROLLER_SAMPLES);

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(CONTROLLER_STEPS, CONTROLLER_SAMPLES, WeightSharing.SAMPLES);

    /** What presets have otherwise, by their names: values by the keys of the settings. */
    public static final Map<String, Map<String, String>> PRESETS = Map.of(
            "tiny", Map.of(CONTROLLER_STEPS.key(), "3", CONTROLLER_SAMPLES.key(), "10"),
            "quick", Map.of(CONTROLLER_STEPS.key(), "10", CONTROLLER_SAMPLES.key(), "10"));

    private EnasSettings() {}
}
