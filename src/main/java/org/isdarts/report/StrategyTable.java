package org.isdarts.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isdarts.report.Reported.Quantity;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.text.Numbers;

/**
 * All strategies side by side: what the IS-DARTS paper reports of each in a space, how long its steps take, whose settings
 * the preset {@code paper} has, and what it does.
 */
public final class StrategyTable {
    private static final Map<Quantity, String> REPORTED = new LinkedHashMap<>();

    static {
        REPORTED.put(Quantity.CIFAR10_TEST_200EP, "CIFAR-10, %");
        REPORTED.put(Quantity.CIFAR100_TEST_200EP, "CIFAR-100, %");
        REPORTED.put(Quantity.IMAGENET16_TEST_200EP, "ImageNet16-120, %");
        REPORTED.put(Quantity.SEARCH_HOURS, "hours of search");
        REPORTED.put(Quantity.ERROR, "error, %");
        REPORTED.put(Quantity.PARAMETERS, "parameters, M");
        REPORTED.put(Quantity.GPU_DAYS, "GPU days");
    }

    private StrategyTable() {}

    /** What is to be said below the table. */
    public static final String ABOUT =
            "Accuracies, errors, parameters and times are those that the IS-DARTS paper reports, not"
                    + " measured here. Passes are how long a training step takes, in forward and backward passes of the whole supernet.";

    /** The table for a space, in the order in which strategies are offered. */
    public static TextTable of(SearchSpace space) {
        List<Quantity> told = REPORTED.keySet().stream()
                .filter(quantity -> Strategies.ALL.stream()
                        .anyMatch(kind ->
                                Reported.of(space.name(), kind.name(), quantity).isPresent()))
                .toList();
        List<String> titles = new ArrayList<>(List.of("strategy"));
        told.forEach(quantity -> titles.add(REPORTED.get(quantity)));
        titles.addAll(List.of("passes", "settings", "what it does"));
        return new TextTable(
                titles,
                Strategies.ALL.stream().map(kind -> row(kind, space, told)).toList());
    }

    private static TextTable.Row row(StrategyKind kind, SearchSpace space, List<Quantity> told) {
        List<String> cells = new ArrayList<>(List.of(kind.title()));
        told.forEach(quantity -> cells.add(Reported.of(space.name(), kind.name(), quantity)
                .map(StrategyTable::words)
                .orElse(Numbers.NONE)));
        cells.add(String.format(Locale.ROOT, "%.1f", kind.passes()));
        cells.add(kind.published().source(space).orElse("never published for this space"));
        cells.add(kind.summary());
        return TextTable.Row.of(cells);
    }

    private static String words(Reported number) {
        String mean = String.format(Locale.ROOT, "%.2f", number.mean());
        return Double.isNaN(number.deviation())
                ? mean
                : mean + String.format(Locale.ROOT, " ± %.2f", number.deviation());
    }
}
