package org.isdarts.ui.wizard;

import java.util.Arrays;
import java.util.Optional;

/** A setting as the wizard asks for it: what it is called, what it means, and where it is in files and messages. */
enum Setting {
    EPOCHS("epochs", "--epochs", "Epochs", "Passes over the training images in the whole search."),
    CHANNELS(
            "channels",
            "--channels",
            "Channels C",
            "Width of the first stage's nodes; even. Later stages have 2C and 4C."),
    CELLS("cells", "--cells", "Cells N", "Normal cells in each of the three stages."),
    BATCH_SIZE("batchSize", "--batch-size", "Batch size", "Images of one training step."),
    TRAIN_IMAGES(
            "trainImages",
            "--train-images",
            "Training images",
            "Used of those there are, balanced over the classes; 0 is all."),
    VALID_IMAGES(
            "validImages",
            "--valid-images",
            "Held-out images",
            "Judged after every epoch, never trained on; 0 is none."),
    IMPORTANCE("importance", "--importance", "Importance", "The measurement that decides what is discarded."),
    IMPORTANCE_IMAGES(
            "importanceImages",
            "--importance-images",
            "Importance images",
            "Training images one measurement averages over."),
    SHRINK_STEPS("shrinkSteps", "--shrink-steps", "Shrink steps Z", "How often operations are discarded."),
    SHRINK_INTERVAL(
            "shrinkInterval",
            "--shrink-interval",
            "Shrink interval",
            "Epochs between two shrink steps, and after the last."),
    SEED("seed", "--seed", "Seed", "Decides weights, order of images and augmentation."),
    BENCHMARK_TABLE(
            "benchmarkTable",
            "--benchmark-table",
            "Benchmark table",
            "CSV file to look the genotype's accuracy up in; may be empty."),
    THREADS("threads", "--threads", "Threads", "Threads that compute."),
    KERNELS("kernels", "--kernels", "Kernels", "The compute library."),
    PRECISION(
            "precision",
            "--precision",
            "Precision",
            "How images are stored while training: auto is bf16 where that is faster, else fp32."
                    + " Importance is always measured in fp32.");

    private final String key;
    private final String option;
    private final String label;
    private final String meaning;

    Setting(String key, String option, String label, String meaning) {
        this.key = key;
        this.option = option;
        this.label = label;
        this.meaning = meaning;
    }

    /** Its name among {@link org.isdarts.search.SearchConfig#settings()}. */
    String key() {
        return key;
    }

    /** What it is called on screen. */
    String label() {
        return label;
    }

    /** One sentence. */
    String meaning() {
        return meaning;
    }

    /** The setting a message of the configuration is about: the one whose option it names first. */
    static Optional<Setting> namedIn(String message) {
        return Arrays.stream(values())
                .filter(setting -> message.matches("(?s).*" + setting.option + "\\b(?!-).*"))
                .min((one, other) -> Integer.compare(message.indexOf(one.option), message.indexOf(other.option)));
    }

    /** A message with what options are called on screen instead of on the command line. */
    static String inWords(String message) {
        String words = message;
        for (Setting setting : values()) {
            words = words.replaceAll(setting.option + "\\b(?!-)", setting.label);
        }
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
