package org.isdarts.settings;

/** Settings that a run has whatever it does. */
public final class RunSettings {
    /** How long the run is. */
    public static final Setting<Integer> EPOCHS = Setting.of("epochs", Kind.wholeNumber(2, 100_000), 30)
            .label("Epochs")
            .help("Passes over the training images.")
            .build();

    /** Whatever is random follows from it. */
    public static final Setting<Long> SEED = Setting.of("seed", Kind.longNumber(), 0L)
            .label("Seed")
            .help("Seed of initial weights, image order and augmentation.")
            .build();

    private RunSettings() {}
}
