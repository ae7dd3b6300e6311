package org.isdarts.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.StatisticalSummary;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.found.Cost;
import org.isdarts.report.TextTable.Cell;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Genotype;
import org.isdarts.text.Numbers;

/**
 * What a sweep found: a row for every combination of settings, that sums up its seeds, and below it a row for every run,
 * also for those that failed or have not begun.
 */
public final class SweepTable {
    private static final double PERCENT = 100;
    private static final double MILLION = 1e6;
    private static final String RANK = "rank";
    private static final String TEST = "test";
    private static final String PARAMETERS = "parameters";

    private final List<SweptRun> runs;
    private final Optional<BenchmarkTable> benchmark;
    private final List<Quantity> quantities;
    private final List<SweptGroup> groups;
    private final Map<String, Genotype> genotypes = new ConcurrentHashMap<>();
    private final Map<CostedNetwork, Cost> costs = new ConcurrentHashMap<>();
    private final Map<String, BenchmarkTable.Entry> entries = new ConcurrentHashMap<>();

    /**
     * Prepares the table.
     *
     * @param benchmark where found genotypes are looked up, of the space of all runs
     */
    public SweepTable(List<SweptRun> runs, Optional<BenchmarkTable> benchmark) {
        this.runs = List.copyOf(runs);
        this.benchmark = benchmark;
        groups = SweptGroup.of(runs);
        quantities = quantities();
    }

    /**
     * A column of numbers.
     *
     * @param value of a run; NaN without
     * @param decimals digits behind the point
     * @param unit what follows a number, with the space before it
     */
    private record Quantity(String title, Function<SweptRun, Double> value, int decimals, String unit) {
        Cell cell(SweptRun run) {
            double exact = value.apply(run);
            return Double.isNaN(exact)
                    ? new Cell(Numbers.NONE, "")
                    : new Cell(text(exact) + unit, Double.toString(exact));
        }

        Cell cell(StatisticalSummary over) {
            if (over.getN() < 2) {
                return Cell.of(over.getN() == 0 ? "" : text(over.getMean()) + unit);
            }
            return Cell.of(text(over.getMean()) + " ± " + text(over.getStandardDeviation()) + unit + " ("
                    + text(over.getMin()) + " to " + text(over.getMax()) + ")");
        }

        StatisticalSummary over(List<SweptRun> group) {
            SummaryStatistics statistics = new SummaryStatistics();
            group.stream().map(value).filter(Double::isFinite).forEach(statistics::addValue);
            return statistics;
        }

        private String text(double number) {
            return String.format(Locale.ROOT, "%." + decimals + "f", number);
        }
    }

    private List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>();
        all.add(new Quantity(TEST, SweepTable::test, 1, " %"));
        benchmark.ifPresent(table -> {
            table.columns()
                    .forEach(column -> all.add(
                            new Quantity(column, run -> looked(run, entry -> entry.accuracy(column)), 2, " %")));
            all.add(new Quantity(RANK, run -> looked(run, entry -> (double) entry.rank()), 0, ""));
        });
        evaluated().forEach(title -> all.add(new Quantity(title, run -> run.evaluated(title) * PERCENT, 2, " %")));
        all.add(new Quantity(PARAMETERS, run -> cost(run, cost -> cost.parameters() / MILLION), 3, " M"));
        all.add(new Quantity("multiply-adds", run -> cost(run, cost -> cost.multiplyAdds() / MILLION), 1, " M"));
        all.add(new Quantity("hours", SweptRun::hours, decimalsOfHours(), ""));
        return all;
    }

    /** What the accuracies of trainings are called; those of different protocols share no column. */
    private List<String> evaluated() {
        return runs.stream()
                .flatMap(run -> run.evaluations().stream())
                .map(SweptRun.Evaluation::title)
                .distinct()
                .toList();
    }

    private static double test(SweptRun run) {
        return run.finished().map(ComparedRun::test).orElse(Double.NaN) * PERCENT;
    }

    /** Two digits of the shortest run are told. */
    private int decimalsOfHours() {
        double least = runs.stream()
                .mapToDouble(SweptRun::hours)
                .filter(hours -> hours > 0)
                .min()
                .orElse(1);
        return (int) Math.max(2, 1 - Math.floor(Math.log10(least)));
    }

    /** Of thousands of runs many found the same. */
    private Optional<Genotype> genotype(SweptRun run) {
        return run.finished()
                .map(found -> genotypes.computeIfAbsent(
                        run.config().space() + found.summary().genotype(),
                        any -> run.genotype().orElseThrow()));
    }

    private double looked(SweptRun run, Function<BenchmarkTable.Entry, Double> number) {
        return genotype(run)
                .map(found -> number.apply(entries.computeIfAbsent(
                        found.notation(), any -> benchmark.orElseThrow().entry(found))))
                .orElse(Double.NaN);
    }

    private double cost(SweptRun run, Function<Cost, Double> number) {
        return run.finished()
                .flatMap(finished ->
                        genotype(run).map(found -> CostedNetwork.of(finished.config(), finished.size(), found)))
                .map(network -> costs.computeIfAbsent(network, CostedNetwork::cost))
                .map(number)
                .orElse(Double.NaN);
    }

    /** The titles of all columns. */
    public List<String> columns() {
        return Stream.of(
                        Stream.of("settings, run", "seed", "state"),
                        quantities.stream().map(Quantity::title),
                        Stream.of("genotype"))
                .flatMap(titles -> titles)
                .toList();
    }

    /** The table. */
    public TextTable table() {
        return new TextTable(
                columns(),
                groups.stream()
                        .flatMap(group -> Stream.concat(
                                Stream.of(row(group)), group.runs().stream().map(this::row)))
                        .toList());
    }

    private TextTable.Row row(SweptGroup group) {
        List<SweptRun> finished = group.finished();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(group.name()),
                Cell.of("n = " + finished.size() + " of " + group.runs().size()),
                Cell.of(states(group))));
        quantities.forEach(quantity -> cells.add(quantity.cell(quantity.over(finished))));
        cells.add(Cell.of(sameGenotype(finished)));
        return new TextTable.Row(cells, true);
    }

    private static String states(SweptGroup group) {
        Map<String, Long> counts = group.runs().stream()
                .collect(Collectors.groupingBy(SweptRun::state, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private String sameGenotype(List<SweptRun> finished) {
        long different = finished.stream()
                .flatMap(run -> genotype(run).stream())
                .distinct()
                .count();
        return finished.size() > 1 && different == 1 ? "one genotype" : "";
    }

    private TextTable.Row row(SweptRun run) {
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.of(run.name()), Cell.of(Long.toString(run.config().seed())), Cell.of(run.state())));
        quantities.forEach(quantity -> cells.add(quantity.cell(run)));
        cells.add(Cell.of(genotype(run).map(Genotype::notation).orElse("")));
        return new TextTable.Row(cells, false);
    }

    /** What is to be said below the table: its numbers' meaning, how orders agree, and differences by seed. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("± is the standard deviation over finished runs (divisor n - 1); in parentheses the smallest and the"
                + " largest");
        List<Quantity> accuracies = accuracies();
        for (int other = 1; other < accuracies.size(); other++) {
            for (int one = 0; one < other; one++) {
                agreement(accuracies.get(one), accuracies.get(other)).ifPresent(notes::add);
            }
            agreementOfParameters(accuracies.get(other)).ifPresent(notes::add);
        }
        notes.addAll(differences(accuracies.get(accuracies.size() - 1)));
        return notes;
    }

    /** Beside every ranking stands that by the number of parameters, which costs nothing. */
    private Optional<String> agreementOfParameters(Quantity accuracy) {
        Quantity parameters = quantities.stream()
                .filter(quantity -> quantity.title().equals(PARAMETERS))
                .findFirst()
                .orElseThrow();
        return agreement(parameters, accuracy);
    }

    /** Of the search, then the first of the benchmark table and that of the trained network, where there are such. */
    private List<Quantity> accuracies() {
        List<Quantity> accuracies = new ArrayList<>(List.of(quantities.get(0)));
        benchmark.ifPresent(table -> accuracies.add(quantities.get(1)));
        quantities.stream()
                .filter(quantity -> evaluated().contains(quantity.title()))
                .forEach(accuracies::add);
        return accuracies;
    }

    private Optional<String> agreement(Quantity one, Quantity other) {
        List<SweptRun> both = runs.stream()
                .filter(run -> Double.isFinite(one.value().apply(run))
                        && Double.isFinite(other.value().apply(run)))
                .toList();
        return RankAgreement.of(values(both, one), values(both, other))
                .map(found -> one.title() + " and " + other.title() + ": " + found.text());
    }

    private static double[] values(List<SweptRun> runs, Quantity quantity) {
        return runs.stream().mapToDouble(run -> quantity.value().apply(run)).toArray();
    }

    /** Of every other group from the first, seed by seed. */
    private List<String> differences(Quantity quantity) {
        Map<Long, Double> first = bySeed(groups.get(0), quantity);
        return groups.stream()
                .skip(1)
                .map(group -> difference(groups.get(0), group, quantity, first))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> difference(
            SweptGroup first, SweptGroup group, Quantity quantity, Map<Long, Double> ofFirst) {
        SummaryStatistics differences = new SummaryStatistics();
        bySeed(group, quantity).forEach((seed, value) -> {
            if (ofFirst.containsKey(seed)) {
                differences.addValue(value - ofFirst.get(seed));
            }
        });
        return differences.getN() < 2
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s, %s minus %s, by seed: %+.2f ± %.2f points, n = %d",
                        quantity.title(),
                        group.settings(),
                        first.settings(),
                        differences.getMean(),
                        differences.getStandardDeviation(),
                        differences.getN()));
    }

    private static Map<Long, Double> bySeed(SweptGroup group, Quantity quantity) {
        Map<Long, Double> values = new LinkedHashMap<>();
        for (SweptRun run : group.finished()) {
            double value = quantity.value().apply(run);
            if (Double.isFinite(value)) {
                values.put(run.config().get(RunSettings.SEED), value);
            }
        }
        return values;
    }
}
