package org.isdarts.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isdarts.report.SettingsListing.Entry;
import org.isdarts.text.Numbers;

/** The settings of runs as tables: a row for every setting. */
public final class SettingsTable {
    private SettingsTable() {}

    /** The settings of one run, each beside what it is if nothing is chosen, and the paper's value, where the paper gives one. */
    public static TextTable of(SettingsListing run) {
        return new TextTable(
                List.of("setting", "value", "default", "paper"),
                run.entries().stream()
                        .filter(entry -> !entry.value().isEmpty())
                        .map(entry ->
                                TextTable.Row.of(List.of(entry.label(), entry.value(), entry.initial(), entry.paper())))
                        .toList());
    }

    /** Whether such a row of one run has another value than its default. */
    public static boolean isChanged(TextTable.Row row) {
        return !row.shown(1).equals(row.shown(2));
    }

    /**
     * The settings of several runs, a column for each.
     *
     * @param onlyDiffering whether to leave out the settings in which all runs agree
     */
    public static TextTable of(List<ComparedRun> runs, boolean onlyDiffering) {
        List<SettingsListing> settings =
                runs.stream().map(run -> SettingsListing.of(run.config())).toList();
        List<String> columns = Stream.concat(Stream.of("setting"), runs.stream().map(ComparedRun::name))
                .toList();
        return new TextTable(
                columns,
                settings.stream()
                        .flatMap(run -> run.entries().stream())
                        .map(Entry::label)
                        .distinct()
                        .map(label -> Stream.concat(
                                        Stream.of(label), settings.stream().map(valueOf(label)))
                                .toList())
                        .map(TextTable.Row::of)
                        .filter(row -> !onlyDiffering || differs(row))
                        .toList());
    }

    /** Whether the runs of such a row have different values. */
    public static boolean differs(TextTable.Row row) {
        return row.cells().stream().skip(1).distinct().count() > 1;
    }

    private static Function<SettingsListing, String> valueOf(String label) {
        return run -> run.entries().stream()
                .filter(entry -> entry.label().equals(label))
                .map(Entry::value)
                .findFirst()
                .orElse(Numbers.NONE);
    }
}
