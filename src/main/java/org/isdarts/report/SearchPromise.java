package org.isdarts.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ScatterFigure;
import org.isdarts.figure.chart.StripsFigure;
import org.isdarts.found.Cost;

/**
 * How far the accuracy of a supernet at the end of its search tells how accurate the network is that it found: the numbers of
 * Figure 3 of the paper, for the runs of one strategy.
 *
 * @param strategy its name
 * @param runs ordered by the accuracy of the search
 */
public record SearchPromise(String strategy, List<Run> runs) {
    private static final double PERCENT = 100;

    public SearchPromise {
        runs = List.copyOf(runs);
    }

    /**
     * A run.
     *
     * @param name what it is called
     * @param searched test accuracy of the supernet after the last epoch, in percent
     * @param found accuracy of the network found, in percent
     * @param parameters of the network found
     */
    public record Run(String name, double searched, double found, double parameters) {}

    /** A run whose accuracy of what it found is known. */
    private record Known(String strategy, Run run) {}

    /**
     * The runs of a sweep by strategy, those that have both accuracies.
     *
     * @param accuracy of what a run found, in percent; NaN where it is not known
     * @throws RecipeException if no run has both
     */
    public static List<SearchPromise> of(List<SweptRun> runs, ToDoubleFunction<SweptRun> accuracy) {
        Map<String, List<Run>> byStrategy = runs.stream()
                .filter(run -> run.finished().isPresent())
                .map(run -> new Known(run.config().strategy().name(), run(run, accuracy)))
                .filter(known -> Double.isFinite(known.run.found) && Double.isFinite(known.run.searched))
                .collect(Collectors.groupingBy(
                        Known::strategy, TreeMap::new, Collectors.mapping(Known::run, Collectors.toList())));
        if (byStrategy.isEmpty()) {
            throw new RecipeException("no run of the sweep is finished and has an accuracy of what it found; give a"
                    + " benchmark table, or train what was found");
        }
        return byStrategy.entrySet().stream()
                .map(group -> new SearchPromise(
                        group.getKey(),
                        group.getValue().stream()
                                .sorted(Comparator.comparingDouble(Run::searched))
                                .toList()))
                .toList();
    }

    /**
     * The same by a table, or where there is none by the first of the trainings that follow the searches.
     *
     * @throws RecipeException if no run has both
     */
    public static List<SearchPromise> of(List<SweptRun> runs, Optional<FoundAccuracy> table) {
        return of(runs, run -> table.map(accuracy -> accuracy.of(run.genotype().orElseThrow()))
                .orElseGet(() -> PERCENT * run.evaluated()));
    }

    /** What the accuracy of the networks found is called then. */
    public static String accuracy(List<SweptRun> runs, Optional<FoundAccuracy> table) {
        return table.map(FoundAccuracy::name).orElseGet(() -> runs.stream()
                .flatMap(run -> run.training().stream())
                .map(training ->
                        "test accuracy, " + TrainingTerms.of(training.config()).words())
                .findFirst()
                .orElse("test accuracy after training from scratch"));
    }

    /**
     * Figure 3 of the paper.
     *
     * @param accuracy what the accuracy of the networks found is called
     */
    public static StripsFigure figure(List<SearchPromise> strategies, String accuracy, FigureTheme theme) {
        return new StripsFigure(strategies.stream().map(SearchPromise::strips).toList(), accuracy, theme);
    }

    /**
     * The same runs as points.
     *
     * @param accuracy what the accuracy of the networks found is called
     */
    public static ScatterFigure scatter(List<SearchPromise> strategies, String accuracy, FigureTheme theme) {
        return new ScatterFigure(strategies.stream().map(SearchPromise::strips).toList(), accuracy, theme);
    }

    private StripsFigure.Group strips() {
        return new StripsFigure.Group(
                strategy,
                runs.stream().map(Run::searched).toList(),
                runs.stream().map(Run::found).toList(),
                agreement(),
                agreementOfParameters());
    }

    private static Run run(SweptRun run, ToDoubleFunction<SweptRun> accuracy) {
        ComparedRun finished = run.finished().orElseThrow();
        double parameters =
                finished.cost().map(Cost::parameters).map(Long::doubleValue).orElse(Double.NaN);
        return new Run(run.name(), PERCENT * finished.test(), accuracy.applyAsDouble(run), parameters);
    }

    /** Pearson's r of both accuracies, Kendall's tau, and the number of runs. */
    public String agreement() {
        return agreement(Run::searched);
    }

    /** The same of the number of parameters, which costs no search, and the accuracy of what was found. */
    public String agreementOfParameters() {
        return agreement(Run::parameters);
    }

    private String agreement(ToDoubleFunction<Run> proxy) {
        double[] told = runs.stream().mapToDouble(proxy).toArray();
        double[] found = runs.stream().mapToDouble(Run::found).toArray();
        return RankAgreement.of(told, found)
                .map(ranks -> String.format(
                        Locale.ROOT,
                        "Pearson's r = %.2f, Kendall's tau-b = %.2f, n = %d",
                        new PearsonsCorrelation().correlation(told, found),
                        ranks.tau().value(),
                        runs.size()))
                .orElse("no correlation: fewer than three runs or all values equal, n = " + runs.size());
    }
}
