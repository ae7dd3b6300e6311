package org.isdarts.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** Accuracies that the paper reports for the genotype that it found in NAS-Bench-201 (Table 1), by the benchmark's data sets. */
enum PaperAccuracy {
    CIFAR_100("cifar100", 73.51),
    CIFAR_10("cifar10", 94.36),
    IMAGENET_16_120("imagenet16", 46.34);

    /** Accuracies of test images, of networks trained in full. */
    private static final String COMPARABLE = "test_200ep";

    private final String column;
    private final double percent;

    PaperAccuracy(String column, double percent) {
        this.column = column;
        this.percent = percent;
    }

    /** What the paper reports beside a column of a benchmark table; empty where the column is something else. */
    static OptionalDouble of(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(accuracy -> name.startsWith(accuracy.column) && name.endsWith(COMPARABLE))
                .mapToDouble(accuracy -> accuracy.percent)
                .findFirst();
    }
}
