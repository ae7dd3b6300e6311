package org.isdarts.ui.wizard;

import java.util.Arrays;
import java.util.Optional;
import org.isdarts.ui.panel.ImagesName;

/** Where the images come from. */
enum DataSource {
    SYNTHETIC(ImagesName.DRAWN, "Ten classes of drawn shapes, 32x32; nothing to download."),
    CIFAR_10("CIFAR-10", "The dataset of the paper: 60,000 photographs in ten classes; 170 MB to download once."),
    OWN(
            "Your own images",
            "CIFAR binaries, or PNG and JPEG files in one folder per class; a folder, .tar.gz, .tar or .zip.");

    private final String label;
    private final String meaning;

    DataSource(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The source of that name; empty if none is called so. */
    static Optional<DataSource> of(String name) {
        return Arrays.stream(values())
                .filter(source -> source.name().equals(name))
                .findFirst();
    }

    String label() {
        return label;
    }

    String meaning() {
        return meaning;
    }
}
