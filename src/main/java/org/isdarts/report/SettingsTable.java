package org.isdarts.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isdarts.report.RunSettings.Setting;

/** The settings of runs as tables: a row for every setting. */
public final class SettingsTable {
    private SettingsTable() {}

    /** The settings of one run, each beside the paper's value where the paper gives one. */
    public static TextTable of(RunSettings run) {
        return new TextTable(
                List.of("setting", "value", "paper"),
                run.all().stream()
                        .filter(setting -> !setting.value().isEmpty())
                        .map(setting -> TextTable.Row.of(List.of(setting.label(), setting.value(), setting.paper())))
                        .toList());
    }

    /**
     * The settings of several runs, a column for each.
     *
     * @param onlyDiffering whether to leave out the settings in which all runs agree
     */
    public static TextTable of(List<ComparedRun> runs, boolean onlyDiffering) {
        List<RunSettings> settings =
                runs.stream().map(run -> RunSettings.of(run.config())).toList();
        List<String> columns = Stream.concat(Stream.of("setting"), runs.stream().map(ComparedRun::name))
                .toList();
        return new TextTable(
                columns,
                settings.stream()
                        .flatMap(run -> run.all().stream())
                        .map(Setting::label)
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

    private static Function<RunSettings, String> valueOf(String label) {
        return run -> run.all().stream()
                .filter(setting -> setting.label().equals(label))
                .map(Setting::value)
                .findFirst()
                .orElse(ComparisonTable.NONE);
    }
}
