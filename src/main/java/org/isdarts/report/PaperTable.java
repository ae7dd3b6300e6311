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
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.network.Stem;
import org.isdarts.report.Reported.Quantity;
import org.isdarts.report.TextTable.Cell;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.text.Numbers;

/**
 * A table of the IS-DARTS paper with our numbers beside the reported ones: a row for every strategy of a sweep, or for every
 * group of its seeds, and for every other strategy that the paper tells numbers of.
 */
public final class PaperTable {
    private static final double PERCENT = 100;
    private static final double MILLION = 1e6;
    private static final String STRATEGY = "strategy";
    private static final String SEEDS = "n";
    private static final String NOT_RUN = "only reported";

    private final List<SweptRun> runs;
    private final SearchSpace space;
    private final List<Column> columns;
    private final List<String> notes;

    private PaperTable(List<SweptRun> runs, List<Column> columns, List<String> notes) {
        this.runs = List.copyOf(runs);
        this.space = space(runs);
        this.columns = columns;
        this.notes = notes;
    }

    /** A column of numbers, ours or reported ones. */
    private record Column(String title, Function<Row, Cell> cell) {
        /** Mean and standard deviation of a number of the runs; NaN is none. */
        static Column ours(String title, int decimals, ToDoubleFunction<SweptRun> number) {
            return new Column(title, row -> {
                SummaryStatistics over = new SummaryStatistics();
                row.runs().stream().mapToDouble(number).filter(Double::isFinite).forEach(over::addValue);
                double deviation = over.getN() < 2 ? Double.NaN : over.getStandardDeviation();
                return over.getN() == 0 ? none() : cell(over.getMean(), deviation, decimals);
            });
        }

        /** What the paper tells of the strategy. */
        static Column reported(String title, int decimals, Quantity quantity) {
            return new Column(
                    title, row -> Reported.of(row.space().name(), row.strategy().name(), quantity)
                            .map(number -> cell(number.mean(), number.deviation(), decimals))
                            .orElse(none()));
        }

        private static Cell none() {
            return new Cell(Numbers.NONE, "");
        }

        private static Cell cell(double mean, double deviation, int decimals) {
            String format = "%." + decimals + "f";
            String spread = Double.isNaN(deviation) ? "" : String.format(Locale.ROOT, " ± " + format, deviation);
            return new Cell(String.format(Locale.ROOT, format, mean) + spread, Double.toString(mean));
        }
    }

    /** A number of a finished training; NaN is none. */
    private record Measured(String title, ToDoubleFunction<SweptRun.Evaluation> number) {
        /** Of the trainings that begin with a stem, by these terms. */
        Column column(Stem stem, TrainingTerms terms) {
            return Column.ours(title + " (" + terms.words() + ")", 2, run -> training(run, stem, terms)
                    .map(number::applyAsDouble)
                    .orElse(Double.NaN));
        }
    }

    private static final Measured ERROR = new Measured("error, %", training -> PERCENT * (1 - training.accuracy()));
    private static final Measured TOP5_ERROR =
            new Measured("top-5 error, %", training -> PERCENT * (1 - training.top5()));
    private static final Measured PARAMETERS = new Measured("parameters, M", PaperTable::parameters);

    /** A strategy in a space, and its finished runs that differ in nothing but the seed. */
    private record Row(String label, SearchSpace space, StrategyKind strategy, String seeds, List<SweptRun> runs) {}

    /**
     * The table of the paper that tells what runs like these found: Table 1 where there is a benchmark table, Table 3 where
     * networks of ImageNet's size were trained, else Table 2.
     *
     * @throws RecipeException if the runs have nothing that such a table tells
     */
    public static PaperTable of(List<SweptRun> runs, Optional<BenchmarkTable> benchmark) {
        if (space(runs).isTabulated() && benchmark.isEmpty()) {
            throw new RecipeException("Table 1 of the paper tells what is found in space "
                    + space(runs).name() + ", and needs a benchmark table; sweep with one");
        }
        boolean large = runs.stream()
                .anyMatch(run -> trainings(run, Stem.IMAGENET).findAny().isPresent());
        return benchmark.map(table -> first(runs, table)).orElseGet(() -> large ? third(runs) : second(runs));
    }

    /**
     * Table 1: what strategies find in NAS-Bench-201, looked up, and what the search takes.
     *
     * @throws RecipeException if the sweep searches several spaces, or the table has no accuracy that the paper reports
     */
    public static PaperTable first(List<SweptRun> runs, BenchmarkTable benchmark) {
        List<Column> columns = new ArrayList<>();
        for (String name : benchmark.columns()) {
            Quantity.ofColumn(name).ifPresent(quantity -> {
                columns.add(Column.ours(name, 2, run -> looked(run, benchmark, entry -> entry.accuracy(name))));
                columns.add(Column.reported("reported", 2, quantity));
            });
        }
        if (columns.isEmpty()) {
            throw new RecipeException(
                    "the benchmark table has no accuracy that the paper reports; give one with a column"
                            + " such as cifar10_test_200ep");
        }
        columns.add(Column.ours("rank", 0, run -> looked(run, benchmark, entry -> (double) entry.rank())));
        columns.add(Column.ours("hours", 2, SweptRun::hours));
        columns.add(Column.reported("reported", 1, Quantity.SEARCH_HOURS));
        return new PaperTable(
                runs, columns, List.of("Hours are those of this machine, and of one GPU where they are reported."));
    }

    /**
     * Table 2: what strategies find in the DARTS space, trained on images of CIFAR's size.
     *
     * @throws RecipeException if the sweep searches several spaces, or trained nothing that it found
     */
    public static PaperTable second(List<SweptRun> runs) {
        return trained(
                runs,
                Stem.CIFAR,
                List.of(ERROR, PARAMETERS),
                List.of(
                        Column.reported("reported error, % (600 epochs, C=36, N=6)", 2, Quantity.ERROR),
                        Column.reported("reported parameters, M", 2, Quantity.PARAMETERS),
                        Column.reported("reported GPU days", 2, Quantity.GPU_DAYS)),
                "The only genotype that the IS-DARTS authors publish has 4.72 M parameters, which is outside of what four"
                        + " runs of 4.25 ± 0.22 M can contain.");
    }

    /**
     * Table 3: what strategies find in the DARTS space, trained on images of ImageNet's size.
     *
     * @throws RecipeException if the sweep searches several spaces, or trained nothing that it found so
     */
    public static PaperTable third(List<SweptRun> runs) {
        return trained(
                runs,
                Stem.IMAGENET,
                List.of(ERROR, TOP5_ERROR, PARAMETERS),
                List.of(
                        Column.reported("reported error, % (250 epochs, C=48, N=4)", 2, Quantity.IMAGENET_TOP1_ERROR),
                        Column.reported("reported top-5 error, %", 2, Quantity.IMAGENET_TOP5_ERROR),
                        Column.reported("reported parameters, M", 2, Quantity.IMAGENET_PARAMETERS)),
                "The genotype that the IS-DARTS authors publish has 724 M multiply-adds at this size, above the 600 M that"
                        + " the compared papers allow.");
    }

    private static PaperTable trained(
            List<SweptRun> runs, Stem stem, List<Measured> measured, List<Column> reported, String note) {
        Set<TrainingTerms> trainings = new LinkedHashSet<>();
        runs.forEach(run -> trainings(run, stem).map(PaperTable::terms).forEach(trainings::add));
        if (trainings.isEmpty()) {
            throw new RecipeException("no network that the sweep found is trained with the stem " + stem
                    + "; sweep with a training of that stem after every search");
        }
        List<Column> columns = new ArrayList<>();
        trainings.forEach(training -> measured.forEach(number -> columns.add(number.column(stem, training))));
        columns.add(Column.ours("hours of search", 2, SweptRun::hours));
        columns.addAll(reported);
        return new PaperTable(
                runs,
                columns,
                List.of(
                        note,
                        "Most of the reported genotypes come from a space that has a norm behind every pooling; here no"
                                + " strategy's has."));
    }

    private static SearchSpace space(List<SweptRun> runs) {
        List<SearchSpace> spaces =
                runs.stream().map(run -> run.config().searchSpace()).distinct().toList();
        if (spaces.size() != 1) {
            throw new RecipeException(
                    "the sweep searches several spaces, and a table of the paper has one; sweep each");
        }
        return spaces.get(0);
    }

    private static double looked(
            SweptRun run, BenchmarkTable benchmark, ToDoubleFunction<BenchmarkTable.Entry> number) {
        return run.genotype()
                .map(found -> number.applyAsDouble(benchmark.entry(found)))
                .orElse(Double.NaN);
    }

    /** The finished trainings of what a run found that begin with a stem. */
    private static Stream<SweptRun.Evaluation> trainings(SweptRun run, Stem stem) {
        return run.evaluations().stream()
                .filter(SweptRun.Evaluation::isFinished)
                .filter(training -> training.run().orElseThrow().config().get(EvaluationSettings.STEM) == stem);
    }

    private static Optional<SweptRun.Evaluation> training(SweptRun run, Stem stem, TrainingTerms terms) {
        return trainings(run, stem)
                .filter(training -> terms(training).equals(terms))
                .findFirst();
    }

    /** In millions, of the network without a second classifier. */
    private static double parameters(SweptRun.Evaluation training) {
        return training.run()
                .flatMap(ComparedRun::cost)
                .map(cost -> cost.parameters() / MILLION)
                .orElse(Double.NaN);
    }

    private static TrainingTerms terms(SweptRun.Evaluation training) {
        return TrainingTerms.of(training.run().orElseThrow().config());
    }

    /** The table. */
    public TextTable table() {
        List<String> titles = Stream.concat(
                        Stream.of(STRATEGY, SEEDS), columns.stream().map(Column::title))
                .toList();
        return new TextTable(
                titles,
                Stream.concat(ran(), notRun())
                        .map(row -> new TextTable.Row(cells(row), false))
                        .toList());
    }

    private List<Cell> cells(Row row) {
        return Stream.concat(
                        Stream.of(Cell.of(row.label()), Cell.of(row.seeds())),
                        columns.stream().map(column -> column.cell().apply(row)))
                .toList();
    }

    private Stream<Row> ran() {
        List<SweptGroup> groups = SweptGroup.of(runs);
        return groups.stream().map(group -> {
            StrategyKind strategy = strategy(group);
            boolean alone = groups.stream()
                            .filter(other -> strategy(other).equals(strategy))
                            .count()
                    == 1;
            return new Row(
                    alone ? strategy.title() : group.settings(),
                    space,
                    strategy,
                    group.finished().size() + " of " + group.runs().size(),
                    group.finished());
        });
    }

    private static StrategyKind strategy(SweptGroup group) {
        return group.runs().get(0).config().strategy();
    }

    /** The strategies that have no run here, but numbers in the paper. */
    private Stream<Row> notRun() {
        Set<StrategyKind> ran =
                runs.stream().map(run -> run.config().strategy()).collect(Collectors.toSet());
        return Strategies.ALL.stream()
                .filter(strategy -> !ran.contains(strategy))
                .map(strategy -> new Row(strategy.title(), space, strategy, NOT_RUN, List.of()))
                .filter(row -> columns.stream()
                        .anyMatch(column -> !column.cell().apply(row).equals(Column.none())));
    }

    /** What is to be said below the table. */
    public List<String> notes() {
        return Stream.concat(
                        Stream.of(
                                "Reported numbers are those of the IS-DARTS paper (AAAI 2024), not measured here; ± is the"
                                        + " standard deviation over finished runs (divisor n - 1)."),
                        notes.stream())
                .toList();
    }
}
