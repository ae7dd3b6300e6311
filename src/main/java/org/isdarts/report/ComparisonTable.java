package org.isdarts.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.event.RunEvent;
import org.isdarts.found.Cost;
import org.isdarts.report.Reported.Quantity;
import org.isdarts.report.TextTable.Cell;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.text.Numbers;

/**
 * Final accuracies and costs of several runs: a row for every group of seeds that sums it up, then its runs; below them what
 * the paper reports of their strategies.
 */
public final class ComparisonTable {
    private static final double SECONDS_OF_AN_HOUR = 3_600;

    private final List<ComparedRun> runs;
    private final BenchmarkLookup lookup;
    private final List<Column> columns;

    /** Prepares the table of these runs; reads the benchmark tables that they name. */
    public ComparisonTable(List<ComparedRun> runs) {
        this.runs = List.copyOf(runs);
        this.lookup = new BenchmarkLookup(runs);
        this.columns = columnsOfRuns();
    }

    /**
     * A column.
     *
     * @param ofGroup its cell in the row of a group
     * @param ofRun its cell in the row of a run
     * @param reported its cell in the row of what the paper reports of a strategy
     */
    private record Column(
            String title,
            Function<SeedGroup, Cell> ofGroup,
            Function<ComparedRun, Cell> ofRun,
            Function<PaperRow, Cell> reported) {
        /** A column of which the paper reports nothing. */
        Column(String title, Function<SeedGroup, Cell> ofGroup, Function<ComparedRun, Cell> ofRun) {
            this(title, ofGroup, ofRun, row -> Cell.of(""));
        }
    }

    /** A strategy in a space that the paper may tell numbers of. */
    private record PaperRow(SearchSpace space, StrategyKind strategy) {}

    /**
     * A number of a run.
     *
     * @param value NaN where there is none
     * @param scale what the value is multiplied by to be shown
     * @param decimals digits behind the point
     * @param unit what follows it, with the space before it
     */
    private record Measure(String title, ToDoubleFunction<ComparedRun> value, double scale, int decimals, String unit) {
        Column column() {
            return new Column(title, this::ofGroup, this::ofRun);
        }

        /** @param quantity what the paper reports of it, in the unit that is shown */
        Column column(Quantity quantity) {
            return new Column(title, this::ofGroup, this::ofRun, row -> Reported.of(
                            row.space().name(), row.strategy().name(), quantity)
                    .map(number -> Cell.of(shown(number.mean(), number.deviation())))
                    .orElse(Cell.of("")));
        }

        private Cell ofRun(ComparedRun run) {
            double exact = value.applyAsDouble(run);
            return Double.isNaN(exact)
                    ? new Cell(Numbers.NONE, "")
                    : new Cell(shown(exact * scale, Double.NaN), exact(exact));
        }

        private Cell ofGroup(SeedGroup group) {
            SeedGroup.Statistic statistic = group.statistic(value);
            return Cell.of(
                    statistic.count() == 0
                            ? Numbers.NONE
                            : shown(statistic.mean() * scale, statistic.deviation() * scale));
        }

        private static String exact(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }

        private String shown(double mean, double deviation) {
            String format = "%,." + decimals + "f";
            String spread = Double.isNaN(deviation) ? "" : String.format(Locale.ROOT, " ± " + format, deviation);
            return String.format(Locale.ROOT, format, mean) + spread + unit;
        }
    }

    private List<Column> columnsOfRuns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column(
                        "settings, run",
                        ComparisonTable::settings,
                        run -> new Cell(named(run), run.name()),
                        row -> Cell.of(row.strategy().title() + ", reported by the paper")),
                new Column(
                        "seed",
                        group -> Cell.of(seeds(group)),
                        run -> Cell.of(Long.toString(run.config().seed()))),
                new Measure("test", ComparedRun::test, 100, 1, " %").column(),
                new Measure("train", ComparedRun::train, 100, 1, " %").column()));
        lookup.column().ifPresent(name -> {
            Measure accuracy = new Measure(name, run -> looked(run, entry -> entry.accuracy(name)), 1, 2, " %");
            columns.add(Quantity.ofColumn(name).map(accuracy::column).orElseGet(accuracy::column));
            columns.add(new Measure("rank", run -> looked(run, entry -> (double) entry.rank()), 1, 0, "").column());
        });
        columns.addAll(List.of(
                cost("parameters", Cost::parameters).column(),
                cost("multiply-adds", Cost::multiplyAdds).column(),
                new Measure("hours", ComparisonTable::hours, 1, 2, "").column(Quantity.SEARCH_HOURS),
                new Measure("passes", ComparisonTable::passes, 1, 0, "").column(),
                detail("state", run -> run.summary().state().label()),
                detail(
                        "genotype",
                        run -> run.summary().genotype() == null
                                ? ""
                                : run.summary().genotype())));
        return columns;
    }

    private double looked(ComparedRun run, Function<BenchmarkTable.Entry, Double> number) {
        return lookup.entry(run).map(number).orElse(Double.NaN);
    }

    private static Measure cost(String title, Function<Cost, Long> count) {
        return new Measure(
                title, run -> run.cost().map(count).map(Long::doubleValue).orElse(Double.NaN), 1e-6, 2, " M");
    }

    /** Of its epochs, without what it spent paused between them. */
    private static double hours(ComparedRun run) {
        List<RunEvent.EpochFinished> epochs = run.history().epochs();
        return epochs.isEmpty()
                ? Double.NaN
                : epochs.stream().mapToDouble(RunEvent.EpochFinished::seconds).sum() / SECONDS_OF_AN_HOUR;
    }

    /** About how many times it computed a batch forward and backward through the whole network. */
    private static double passes(ComparedRun run) {
        RunEvent.Started start = run.history().start();
        return start == null
                ? Double.NaN
                : run.history().epochs().size()
                        * start.stepsPerEpoch()
                        * run.config().passes();
    }

    private static Column detail(String title, Function<ComparedRun, String> text) {
        return new Column(title, group -> Cell.of(""), run -> Cell.of(text.apply(run)));
    }

    /** What has to be known to compare the numbers, in sentences; empty where nothing has. */
    public String about() {
        List<String> sentences = new ArrayList<>();
        if (measured().size() > 1) {
            sentences.add("Accuracies of supernets, and of networks trained by different terms, cannot be compared with"
                    + " each other.");
        }
        List<String> networks = runs.stream()
                .flatMap(run -> run.network().stream())
                .map(CostedNetwork::words)
                .distinct()
                .toList();
        if (!networks.isEmpty()) {
            sentences.add("Costs are those of the network that a genotype is evaluated as: "
                    + String.join("; or ", networks) + ".");
            sentences.add(
                    "Passes are batches that went forward and backward through the whole network, or as much work.");
        }
        if (!reported().isEmpty()) {
            sentences.add("What the paper reports was not measured here, and its hours are those of one GPU.");
        }
        return String.join(" ", sentences);
    }

    /** What accuracies are told of. */
    private Set<String> measured() {
        Set<String> measured = new LinkedHashSet<>();
        runs.forEach(run -> measured.add(trained(run).orElse("")));
        return measured;
    }

    /** The terms that a found network was trained by; empty for a search. */
    private static Optional<String> trained(ComparedRun run) {
        return run.config().kind() == EvaluationConfig.KIND
                ? Optional.of(TrainingTerms.of(run.config()).words())
                : Optional.empty();
    }

    /** The titles of the columns. */
    public List<String> columns() {
        return columns.stream().map(Column::title).toList();
    }

    /** The row that sums a group of seeds up. */
    public TextTable.Row summary(SeedGroup group) {
        return row(Column::ofGroup, group, true);
    }

    /** The row of one run. */
    public TextTable.Row row(ComparedRun run) {
        return row(Column::ofRun, run, false);
    }

    /** The rows of what the paper reports of the strategies of the runs, where a benchmark table tells the same of ours. */
    public List<TextTable.Row> reported() {
        return lookup.column().isEmpty() ? List.of() : reportedRows().toList();
    }

    private Stream<TextTable.Row> reportedRows() {
        return runs.stream()
                .map(ComparedRun::config)
                .filter(SearchConfig.class::isInstance)
                .map(SearchConfig.class::cast)
                .map(config -> new PaperRow(config.searchSpace(), config.strategy()))
                .distinct()
                .filter(row -> columns.stream()
                        .skip(1)
                        .anyMatch(
                                column -> !column.reported().apply(row).shown().isEmpty()))
                .map(row -> row(Column::reported, row, false));
    }

    private <T> TextTable.Row row(Function<Column, Function<T, Cell>> cell, T of, boolean summary) {
        return new TextTable.Row(
                columns.stream().map(column -> cell.apply(column).apply(of)).toList(), summary);
    }

    /** All rows. */
    public TextTable table() {
        return new TextTable(
                columns(),
                Stream.concat(
                                SeedGroup.of(runs).stream()
                                        .flatMap(group -> Stream.concat(
                                                Stream.of(summary(group)),
                                                group.runs().stream().map(this::row))),
                                reported().stream())
                        .toList());
    }

    /** The runs. */
    public List<ComparedRun> runs() {
        return runs;
    }

    /** What tells the group from the others is shown; the table of settings has the rest. */
    private static Cell settings(SeedGroup group) {
        int more = group.settings().size() - group.telling().size();
        return new Cell(
                words(group, group.telling(), more > 0 ? "and " + more + " more" : ""),
                words(group, group.settings(), ""));
    }

    private static String words(SeedGroup group, List<String> settings, String more) {
        String terms =
                trained(group.runs().get(0)).map(words -> "Trained by " + words).orElse("");
        String words = Stream.of(Stream.of(terms), settings.stream(), Stream.of(more))
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "equal except for the seed" : words;
    }

    private static String named(ComparedRun run) {
        return run.isFinished() ? run.name() : run.name() + " (" + run.summary().state() + ")";
    }

    private static String seeds(SeedGroup group) {
        int finished = group.statistic(run -> 0).count();
        int all = group.runs().size();
        return finished == all ? "n = " + all : finished + " of " + all;
    }
}
