package org.isdarts.strategy.enas;

import java.util.List;
import java.util.Map;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.strategy.PublishedSettings;
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

    /** The authors' search, and that of the benchmark. */
    static final PublishedSettings PUBLISHED = PublishedSettings.OF_DARTS
            .with(Map.of(
                    "learningRate",
                    "0.05",
                    "lastLearningRate",
                    "0.0005",
                    "momentumKind",
                    "nesterov",
                    CONTROLLER_STEPS.key(),
                    "30",
                    CONTROLLER_SAMPLES.key(),
                    "10"))
            .in(
                    "darts",
                    "melodyguan/enas",
                    Map.of(
                            "epochs",
                            "150",
                            "batchSize",
                            "160",
                            "weightDecay",
                            "0.0001",
                            "channels",
                            "20",
                            "cells",
                            "2"))
            .in(
                    "nas-bench-201",
                    "D-X-Y/AutoDL-Projects",
                    Map.of(
                            "epochs",
                            "250",
                            "batchSize",
                            "128",
                            "weightDecay",
                            "0.00025",
                            "channels",
                            "16",
                            "cells",
                            "5",
                            CONTROLLER_STEPS.key(),
                            "50",
                            CONTROLLER_SAMPLES.key(),
                            "20",
                            WeightSharing.SAMPLES.key(),
                            "100"));

    /** What presets have otherwise, by their names: values by the keys of the settings. */
    static final Map<String, Map<String, String>> PRESETS = Map.of(
            "tiny", Map.of(CONTROLLER_STEPS.key(), "3", CONTROLLER_SAMPLES.key(), "10"),
            "quick", Map.of(CONTROLLER_STEPS.key(), "10", CONTROLLER_SAMPLES.key(), "10"));

    private EnasSettings() {}
}
