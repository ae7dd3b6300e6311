package org.isdarts.ui.wizard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.data.DataException;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.data.ImageSizing;

/**
 * What was found where the data should be.
 *
 * @param data {@code synthetic} or the path that was looked at
 * @param sizing how they were brought to one size
 * @param dataset the images; null if there are none to use
 * @param problem why not, in one line; null if there are
 */
record DataCheck(String data, ImageSizing sizing, Dataset dataset, String problem) {
    /** Opens the data, which may take seconds. */
    static DataCheck of(String data, ImageSizing sizing, long seed) {
        try {
            return new DataCheck(data, sizing, Datasets.open(data, sizing, seed), null);
        } catch (DataException unusable) {
            return new DataCheck(data, sizing, null, unusable.getMessage());
        }
    }

    /** The images, if there are. */
    Optional<Dataset> found() {
        return Optional.ofNullable(dataset);
    }

    /** What is there, in one line, and what of it is left out, in further ones. */
    String summary() {
        return dataset == null
                ? problem
                : Stream.concat(Stream.of(numbers()), dataset.notices().stream())
                        .collect(Collectors.joining("\n"));
    }

    private String numbers() {
        return String.format(
                Locale.ROOT,
                "%s: %,d training and %,d test images of %dx%d in %d classes",
                Datasets.shortName(dataset.name()),
                dataset.train().count(),
                dataset.test().count(),
                dataset.train().width(),
                dataset.train().height(),
                dataset.classes().size());
    }

    /** Indices of the first training images of a class. */
    List<Integer> examples(int label, int atMost) {
        return IntStream.range(0, dataset.train().count())
                .filter(image -> dataset.train().label(image) == label)
                .limit(atMost)
                .boxed()
                .toList();
    }
}
