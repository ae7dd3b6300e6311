package org.isdarts.strategy.sgas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Prediction;
import org.isdarts.score.Method;
import org.isdarts.score.Score;
import org.isdarts.score.ValueRange;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.DecisionSchedule;
import org.isdarts.strategy.Discards;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.State;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;

/**
 * SGAS (Li et al., CVPR 2020; lightaime/sgas): trains as first-order DARTS does, and after some epochs decides one edge of
 * every cell type, the surest first. A decided edge keeps its best operation and nothing else; what the last epoch leaves
 * undecided is decided at its end. The batch stays as large as it was, unlike in the authors' code.
 */
public final class Sgas extends LearnedStrategy {
    /** SGAS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "sgas",
                    "SGAS",
                    "Trains as DARTS does and decides one edge after the other, the surest first, training on with what is decided.",
                    ArchitectureSettings.ALL,
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    2,
                    Sgas::new)
            .publishedWith(PublishedSettings.OF_DARTS.in("darts", "lightaime/sgas", PublishedSettings.EIGHT_CELLS));

    private static final Score READINESS = Score.of("readiness", "Readiness of the edge to be decided")
            .labeled("Readiness")
            .within(ValueRange.FRACTION)
            .explained("Importance times certainty of the edge, each scaled to 0 ... 1 over the edges of a cell.", "");

    private final WeightHistory history;
    private final DecisionSchedule schedule;
    private final int decisions;

    /** @param settings among them those of {@link ArchitectureSettings} */
    public Sgas(SearchSpace space, Settings settings) {
        super(KIND, space, LearnedMixture.ofDarts(space, settings));
        this.history = new WeightHistory(space);
        this.decisions = decisions(space);
        this.schedule = schedule(space, settings.get(RunSettings.EPOCHS));
    }

    private static int decisions(SearchSpace space) {
        return space.subsets().size() * space.kept();
    }

    /** A fifth of the epochs before the first decision, and equal parts of the rest, in whole epochs, for all of them. */
    static DecisionSchedule schedule(SearchSpace space, int epochs) {
        int first = Math.max(1, epochs / 5);
        return new DecisionSchedule(first, Math.max(1, (epochs - first) / decisions(space)));
    }

    @Override
    public Method method() {
        return super.method().scoringEdges(List.of(READINESS));
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        return alternate(training, batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        super.endOfEpoch(training);
        Map<CellType, double[]> scores = scores();
        Map<CellType, Map<String, double[]>> told = new EnumMap<>(CellType.class);
        scores.forEach((type, ofEdges) -> told.put(type, Map.of(READINESS.name(), ofEdges)));
        training.record(
                new SearchEvent.EdgesScored(System.currentTimeMillis(), training.epoch(), training.step(), told));
        history.add(mixture().weights().tables());
        boolean isLast = training.epoch() == training.epochs();
        return isLast || schedule.decidesAfter(training.epoch())
                ? decide(training, scores, isLast ? decisions : 1)
                : Optional.empty();
    }

    private Map<CellType, double[]> scores() {
        Map<CellType, double[]> scores = new EnumMap<>(CellType.class);
        mixture()
                .weights()
                .tables()
                .forEach((type, weights) ->
                        scores.put(type, Criterion.CERTAIN.of(EdgeScores.of(space(), weights, history.of(type)))));
        return scores;
    }

    /** @param most edges of a cell type */
    private Optional<Decision> decide(Training training, Map<CellType, double[]> scores, int most) {
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        List<SearchEvent> reasons = new ArrayList<>();
        Map<CellType, double[][]> coefficients =
                mixture().coefficients(training.net().masks());
        training.net().masks().forEach((type, before) -> {
            List<Candidate> going = going(type, before, scores.get(type), most);
            masks.put(type, going.isEmpty() ? before : before.without(going));
            if (!going.isEmpty()) {
                reasons.add(Discards.event(training, type, before, coefficients.get(type), going));
            }
        });
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Decision(masks, reasons));
    }

    private List<Candidate> going(CellType type, Mask before, double[] scores, int most) {
        double[][] weights = mixture().weights().tables().get(type);
        List<Candidate> going = new ArrayList<>();
        Mask mask = before;
        for (int i = 0; i < most; i++) {
            Optional<GreedyDecision> decision = GreedyDecision.next(space(), mask, weights, scores);
            if (decision.isPresent()) {
                going.addAll(decision.get().discarded());
                mask = mask.without(decision.get().discarded());
            }
        }
        return going;
    }

    /** What is left if all that is undecided were decided now. */
    @Override
    protected Genotype genotypeNow(Training training) {
        Map<CellType, double[]> scores = scores();
        Map<CellType, Mask> left = new EnumMap<>(CellType.class);
        training.net()
                .masks()
                .forEach((type, mask) -> left.put(type, mask.without(going(type, mask, scores.get(type), decisions))));
        return Mask.genotype(space(), left);
    }

    @Override
    public Genotype genotype(Training training) {
        return whatIsLeft(training);
    }

    @Override
    public State state() {
        Map<String, double[]> numbers = new LinkedHashMap<>(super.state().numbers());
        numbers.putAll(history.state());
        return new State(numbers);
    }

    @Override
    public void restore(State state) {
        super.restore(state);
        history.restore(state);
    }
}
