package org.isdarts.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.isdarts.found.Cost;
import org.isdarts.report.TextTable.Cell;
import org.isdarts.text.Numbers;

/** Final accuracies and costs of several runs: a row for every group of seeds that sums it up, then its runs. */
public final class ComparisonTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("settings, run", ComparisonTable::settings, run -> new Cell(named(run), run.name())),
            new Column(
                    "seed",
                    group -> Cell.of(seeds(group)),
                    run -> Cell.of(Long.toString(run.config().seed()))),
            accuracy("test", ComparedRun::test),
            accuracy("train", ComparedRun::train),
            cost("parameters", Cost::parameters),
            cost("multiply-adds", Cost::multiplyAdds),
            detail("state", run -> run.summary().state().label()),
            detail(
                    "genotype",
                    run -> run.summary().genotype() == null ? "" : run.summary().genotype()));

    private ComparisonTable() {}

    /**
     * A column.
     *
     * @param ofGroup its cell in the row of a group
     * @param ofRun its cell in the row of a run
     */
    private record Column(String title, Function<SeedGroup, Cell> ofGroup, Function<ComparedRun, Cell> ofRun) {}

    /** What the costs are of, in a sentence, which two numbers need to be compared; empty where no run has any. */
    public static String aboutCosts(List<ComparedRun> runs) {
        List<String> networks = runs.stream()
                .flatMap(run -> run.network().stream())
                .map(CostedNetwork::words)
                .distinct()
                .toList();
        return networks.isEmpty()
                ? ""
                : "Costs are those of the network that a genotype is evaluated as: " + String.join("; or ", networks)
                        + ".";
    }

    /** The titles of the columns. */
    public static List<String> columns() {
        return COLUMNS.stream().map(Column::title).toList();
    }

    /** The row that sums a group of seeds up. */
    public static TextTable.Row summary(SeedGroup group) {
        return new TextTable.Row(
                COLUMNS.stream().map(column -> column.ofGroup().apply(group)).toList(), true);
    }

    /** The row of one run. */
    public static TextTable.Row row(ComparedRun run) {
        return new TextTable.Row(
                COLUMNS.stream().map(column -> column.ofRun().apply(run)).toList(), false);
    }

    /** All rows. */
    public static TextTable of(List<ComparedRun> runs) {
        return new TextTable(
                columns(),
                SeedGroup.of(runs).stream()
                        .flatMap(group -> Stream.concat(
                                Stream.of(summary(group)), group.runs().stream().map(ComparisonTable::row)))
                        .toList());
    }

    private static Column accuracy(String title, ToDoubleFunction<ComparedRun> share) {
        return new Column(
                title,
                group -> Cell.of(spread(group.statistic(share))),
                run -> number(share.applyAsDouble(run), Numbers.percent(share.applyAsDouble(run))));
    }

    private static Column cost(String title, Function<Cost, Long> count) {
        return new Column(title, group -> Cell.of(""), run -> run.cost()
                .map(count)
                .map(value -> new Cell(Numbers.millions(value), Long.toString(value)))
                .orElse(new Cell(Numbers.NONE, "")));
    }

    private static Column detail(String title, Function<ComparedRun, String> text) {
        return new Column(title, group -> Cell.of(""), run -> Cell.of(text.apply(run)));
    }

    private static Cell number(double value, String shown) {
        return new Cell(shown, Double.isNaN(value) ? "" : Double.toString(value));
    }

    /** What tells the group from the others is shown; the table of settings has the rest. */
    private static Cell settings(SeedGroup group) {
        if (group.settings().isEmpty()) {
            return Cell.of("equal except for the seed");
        }
        int more = group.settings().size() - group.telling().size();
        return new Cell(
                String.join("; ", group.telling()) + (more > 0 ? "; and " + more + " more" : ""),
                String.join("; ", group.settings()));
    }

    private static String named(ComparedRun run) {
        return run.isFinished() ? run.name() : run.name() + " (" + run.summary().state() + ")";
    }

    private static String seeds(SeedGroup group) {
        int finished = group.statistic(run -> 0).count();
        int all = group.runs().size();
        return finished == all ? "n = " + all : finished + " of " + all;
    }

    private static String spread(SeedGroup.Statistic statistic) {
        return Double.isNaN(statistic.deviation())
                ? Numbers.percent(statistic.mean())
                : String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * statistic.mean(), 100 * statistic.deviation());
    }
}
