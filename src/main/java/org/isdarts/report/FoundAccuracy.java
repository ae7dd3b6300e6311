package org.isdarts.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.evaluation.Protocol;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;

/**
 * How accurate genotypes are, by one measure.
 *
 * @param name of the measure
 * @param reported what the paper reports for its own genotype by that measure, in percent
 * @param percent the accuracy of a genotype in percent; NaN where it is not known
 */
public record FoundAccuracy(String name, OptionalDouble reported, ToDoubleFunction<Genotype> percent) {
    private static final double PERCENT = 100;

    /**
     * Looked up in a table.
     *
     * @param space of its genotypes
     * @param column which of its accuracies; empty for the first
     * @throws RecipeException if the table has no such column
     */
    public static FoundAccuracy in(BenchmarkTable table, SearchSpace space, Optional<String> column) {
        String name = column.orElse(table.columns().get(0));
        if (!table.columns().contains(name)) {
            throw new RecipeException("the benchmark table has no column '" + name + "'; give one of "
                    + String.join(", ", table.columns()));
        }
        return new FoundAccuracy(
                name, reported(space, name), genotype -> table.entry(genotype).accuracy(name));
    }

    private static OptionalDouble reported(SearchSpace space, String column) {
        return Reported.Quantity.ofColumn(column)
                .flatMap(quantity -> Reported.byThePaper(space, quantity))
                .map(number -> OptionalDouble.of(number.mean()))
                .orElse(OptionalDouble.empty());
    }

    /**
     * Of networks that finished runs of a folder trained by a protocol: of all trainings by the same terms those that trained most
     * of the networks, and of several of one network the newest.
     *
     * @param genotypes of the networks
     */
    public static FoundAccuracy trained(Path runs, Protocol protocol, List<Genotype> genotypes) {
        Set<String> wanted = genotypes.stream().map(Genotype::notation).collect(Collectors.toSet());
        Map<TrainingTerms, Map<String, Double>> known = RunFolder.list(runs).stream()
                .filter(run -> isTrainedBy(run, protocol) && isFinished(run) && wanted.contains(genotype(run)))
                .collect(Collectors.groupingBy(
                        run -> TrainingTerms.of(run.manifest().configuration()),
                        LinkedHashMap::new,
                        Collectors.toMap(
                                FoundAccuracy::genotype,
                                run -> PERCENT * run.summary().test().top1(),
                                (newest, older) -> newest)));
        return known.entrySet().stream()
                .reduce((most, other) ->
                        other.getValue().size() > most.getValue().size() ? other : most)
                .map(trained -> trained(trained.getKey().words(), trained.getValue()))
                .orElseGet(() -> trained(protocol.label(), Map.of()));
    }

    private static FoundAccuracy trained(String terms, Map<String, Double> known) {
        return new FoundAccuracy(
                "test accuracy, " + terms,
                OptionalDouble.empty(),
                genotype -> known.getOrDefault(genotype.notation(), Double.NaN));
    }

    private static boolean isTrainedBy(RunFolder run, Protocol protocol) {
        return run.manifest()
                .configuration()
                .settings()
                .find(EvaluationSettings.PROTOCOL)
                .filter(protocol::equals)
                .isPresent();
    }

    private static boolean isFinished(RunFolder run) {
        return run.summary().state() == RunState.FINISHED && run.summary().test() != null;
    }

    private static String genotype(RunFolder run) {
        return run.summary().genotype();
    }

    /** The accuracy of a genotype in percent; NaN where it is not known. */
    public double of(Genotype genotype) {
        return percent.applyAsDouble(genotype);
    }
}
