package org.isdarts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.figure.FigureTheme;
import org.isdarts.network.NetworkSize;
import org.isdarts.run.RunState;
import org.isdarts.run.Summary;
import org.isdarts.run.TinySearch;
import org.isdarts.score.Discard;
import org.isdarts.score.Score;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.junit.jupiter.api.Test;

class LoserChainTest {
    private static final NetworkSize SIZE = new NetworkSize(16, 5, 10, 32, 32);
    private static final RunEvent.Accuracy REACHED = new RunEvent.Accuracy(1, 0.5, 1);

    /** A search of a space in which the first candidates of every subset are kept and the others went one after the other. */
    private static ComparedRun run(SearchConfig config, Map<Candidate, Double> importance) {
        SearchSpace space = config.searchSpace();
        Map<CellType, List<Candidate>> kept = new EnumMap<>(CellType.class);
        List<RunEvent> events = new ArrayList<>(List.of(new RunEvent.Started(
                1,
                IsDartsScores.method(config.settings()),
                config.settings(),
                "device",
                "kernels",
                64,
                20,
                4,
                1_000,
                10)));
        Map<Score, Map<CellType, double[][]>> scores = new LinkedHashMap<>();
        scores.put(IsDartsScores.FISHER, new EnumMap<>(CellType.class));
        for (CellType type : space.cellTypes()) {
            double[][] values =
                    new double[space.edges().size()][space.operations().size()];
            List<Candidate> ofType = new ArrayList<>();
            for (List<Candidate> subset : space.subsets()) {
                ofType.addAll(subset.subList(0, space.kept()));
                subset.forEach(candidate ->
                        values[candidate.edge()][candidate.operation()] = importance.getOrDefault(candidate, 1.0));
            }
            kept.put(type, ofType);
            scores.get(IsDartsScores.FISHER).put(type, values);
        }
        events.add(SearchEvent.CandidatesScored.of(2, 1, 4, scores));
        for (CellType type : space.cellTypes()) {
            space.subsets().forEach(subset -> {
                for (int i = space.kept(); i < subset.size(); i++) {
                    Discard gone = new Discard(subset.get(i), 0, i, subset.size(), 1);
                    events.add(new SearchEvent.OperationsDiscarded(
                            3, i, "fisher", i, subset.size() - 1, type, List.of(gone)));
                }
            });
        }
        Genotype genotype = new Genotype(space, kept);
        Summary summary = new Summary(RunState.FINISHED, 1, 1, REACHED, REACHED, genotype.notation(), null, 1);
        return new ComparedRun("run", config, summary, History.of(events), SIZE);
    }

    private static List<String> replacements(LoserChain chain) {
        return chain.networks().stream().map(LoserChain.Network::replacement).toList();
    }

    @Test
    void theMostImportantOperationsAreReplacedFirstByTheLastToGo() {
        SearchSpace space = NasBench201.SPACE;
        Candidate best = space.subsets().get(3).get(0);
        Candidate next = space.subsets().get(1).get(0);
        LoserChain chain = LoserChain.of(run(TinySearch.config(), Map.of(best, 9.0, next, 5.0)));
        String last = space.operations().get(space.operations().size() - 1).toString();
        assertThat(chain.networks()).hasSize(1 + space.edges().size());
        assertThat(replacements(chain).subList(0, 3))
                .containsExactly(
                        "",
                        "none on " + space.edges().get(3) + " -> " + last + " on "
                                + space.edges().get(3),
                        "none on " + space.edges().get(1) + " -> " + last + " on "
                                + space.edges().get(1));
    }

    @Test
    void everyNetworkReplacesOneOperationMore() {
        LoserChain chain = LoserChain.of(run(TinySearch.config(), Map.of()));
        List<Candidate> found = chain.networks().get(0).genotype().cells().get(CellType.NORMAL);
        for (int replaced = 0; replaced < chain.networks().size(); replaced++) {
            List<Candidate> kept = new ArrayList<>(
                    chain.networks().get(replaced).genotype().cells().get(CellType.NORMAL));
            kept.removeAll(found);
            assertThat(kept).hasSize(replaced);
        }
    }

    @Test
    void twoWinnersOfASubsetHaveDifferentLosers() {
        SearchConfig darts = Preset.TINY.config(Darts.SPACE, "synthetic");
        LoserChain chain = LoserChain.of(run(darts, Map.of()));
        assertThat(chain.networks()).hasSize(1 + 2 * 8);
        assertThat(chain.networks()).extracting(LoserChain.Network::genotype).doesNotHaveDuplicates();
    }

    @Test
    void aSingleReplacementLeavesAllOthersAsTheyWere() {
        LoserChain chain = LoserChain.of(run(TinySearch.config(), Map.of())).single();
        List<Candidate> found = chain.genotypes().get(0).cells().get(CellType.NORMAL);
        assertThat(chain.genotypes().subList(1, 7))
                .allSatisfy(genotype -> assertThat(genotype.cells().get(CellType.NORMAL))
                        .filteredOn(candidate -> !found.contains(candidate))
                        .hasSize(1));
    }

    @Test
    void theOtherCellsStayWhereOperationsOfOneAreReplaced() {
        SearchConfig darts = Preset.TINY.config(Darts.SPACE, "synthetic");
        LoserChain chain = LoserChain.of(run(darts, Map.of())).in(CellType.REDUCTION);
        assertThat(chain.networks()).hasSize(1 + 8);
        assertThat(chain.genotypes())
                .extracting(genotype -> genotype.cells().get(CellType.NORMAL))
                .containsOnly(chain.genotypes().get(0).cells().get(CellType.NORMAL));
    }

    @Test
    void agreementIsToldWhereTheNetworksDiffer() {
        LoserChain chain = LoserChain.of(run(TinySearch.config(), Map.of()));
        List<Genotype> order = chain.genotypes();
        FoundAccuracy falling =
                new FoundAccuracy("accuracy", OptionalDouble.empty(), genotype -> 90.0 - order.indexOf(genotype));
        assertThat(chain.agreements(falling))
                .satisfiesExactly(
                        importance -> assertThat(importance)
                                .startsWith("importance and accuracy: Kendall's tau-b 1.00 (")
                                .contains("n = 7"),
                        parameters -> assertThat(parameters)
                                .as("of networks without parameters in their cells")
                                .startsWith("parameters and accuracy: no correlation"));
    }

    @Test
    void theFigureTellsBothAgreements() {
        LoserChain chain = LoserChain.of(run(TinySearch.config(), Map.of()));
        FoundAccuracy any = new FoundAccuracy("accuracy", OptionalDouble.empty(), genotype -> chain.genotypes()
                .indexOf(genotype));
        assertThat(chain.figure(any, "run", FigureTheme.LIGHT).caption())
                .contains("Importance and accuracy: Kendall's tau-b -1.00")
                .contains("Parameters and accuracy: ");
    }

    @Test
    void aSearchThatDecidedByNoScoreIsRefused() {
        ComparedRun whole = run(TinySearch.config(), Map.of());
        ComparedRun undecided = new ComparedRun(
                "run",
                whole.config(),
                whole.summary(),
                History.of(List.of(whole.history().start())),
                SIZE);
        assertThatThrownBy(() -> LoserChain.of(undecided))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("give a search of is-darts");
    }

    @Test
    void aSearchThatIsNotFinishedIsRefused() {
        ComparedRun whole = run(TinySearch.config(), Map.of());
        Summary running = new Summary(RunState.RUNNING, 1, 1, REACHED, REACHED, null, null, 1);
        assertThatThrownBy(() -> LoserChain.of(new ComparedRun("run", whole.config(), running, whole.history(), SIZE)))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("is no finished search");
    }
}
