package org.isdarts.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.isdarts.space.SearchSpace;

/**
 * A number of Tables 1 to 3 of the IS-DARTS paper (AAAI 2024), which is reported there and was not measured here.
 *
 * @param mean in the unit of its quantity
 * @param deviation over the paper's runs; NaN where none is given
 */
public record Reported(double mean, double deviation) {
    private static final String FILE = "reported.json";
    private static final String METHOD_OF_THE_PAPER = "is-darts";
    private static final Map<String, Map<String, Map<String, List<Double>>>> RESULTS = read();

    /** What the paper reports numbers of; the constants' names are those of the file, in upper case. */
    enum Quantity {
        CIFAR10_VALID_200EP,
        CIFAR100_VALID_200EP,
        IMAGENET16_VALID_200EP,
        CIFAR10_TEST_200EP,
        CIFAR100_TEST_200EP,
        IMAGENET16_TEST_200EP,
        SEARCH_HOURS,
        ERROR,
        PARAMETERS,
        GPU_DAYS,
        IMAGENET_TOP1_ERROR,
        IMAGENET_TOP5_ERROR,
        IMAGENET_PARAMETERS;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a column of a benchmark table holds: {@code imagenet16_120_test_200ep} begins and ends alike. */
        static Optional<Quantity> ofColumn(String column) {
            String name = column.toLowerCase(Locale.ROOT);
            // The longer names first, as cifar100 begins as cifar10 does.
            return List.of(
                            CIFAR100_TEST_200EP,
                            CIFAR10_TEST_200EP,
                            IMAGENET16_TEST_200EP,
                            CIFAR100_VALID_200EP,
                            CIFAR10_VALID_200EP,
                            IMAGENET16_VALID_200EP)
                    .stream()
                    .filter(quantity -> quantity.isOf(name))
                    .findFirst();
        }

        private boolean isOf(String column) {
            int end = key().indexOf('_');
            return column.startsWith(key().substring(0, end)) && column.endsWith(key().substring(end));
        }
    }

    /** What is reported of the paper's own method in a space; empty where it tells nothing. */
    static Optional<Reported> byThePaper(SearchSpace space, Quantity quantity) {
        return of(space.name(), METHOD_OF_THE_PAPER, quantity);
    }

    /** What is reported of a strategy in a space; empty where the paper tells nothing. */
    static Optional<Reported> of(String space, String strategy, Quantity quantity) {
        return Optional.ofNullable(RESULTS.getOrDefault(space, Map.of())
                        .getOrDefault(strategy, Map.of())
                        .get(quantity.key()))
                .map(numbers -> new Reported(numbers.get(0), numbers.size() == 1 ? Double.NaN : numbers.get(1)));
    }

    private static Map<String, Map<String, Map<String, List<Double>>>> read() {
        try (InputStream file = Reported.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
