package org.isdarts.strategy.pcdarts;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isdarts.data.Batch;
import org.isdarts.data.Draws;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Drawing;
import org.isdarts.network.MixtureGradient;
import org.isdarts.network.NetworkSettings;
import org.isdarts.network.Prediction;
import org.isdarts.score.Method;
import org.isdarts.score.Score;
import org.isdarts.score.ValueRange;
import org.isdarts.settings.Kind;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.ArgmaxRule;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.State;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;

/**
 * PC-DARTS (Xu et al., ICLR 2020; yuhuixu1993/PC-DARTS): as first-order DARTS, but only one K-th of the channels goes through
 * the operations, and every edge has a weight w, the {@linkplain EdgeWeights softmax} over the edges into a node of a number
 * b. In the first epochs a and b rest. The genotype is read from {@code softmax(a) w}.
 */
public final class PcDarts extends LearnedStrategy {
    private static final int MOST = 1_024;

    /** K. */
    public static final Setting<Integer> CHANNEL_DIVISOR = Setting.of("channelDivisor", Kind.wholeNumber(1, MOST), 4)
            .label("Channel divisor")
            .help(
                    "K of PC-DARTS: one K-th of the channels goes through the operations, the rest past them; 4 in the paper's"
                            + " search on CIFAR-10.")
            .build();

    /** PC-DARTS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "pc-darts",
                    "PC-DARTS",
                    "Sends a part of the channels through the operations and gives edges weights of their own.",
                    Stream.concat(ArchitectureSettings.ALL.stream(), Stream.of(CHANNEL_DIVISOR))
                            .toList(),
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    1,
                    PcDarts::new)
            .publishedWith(PublishedSettings.OF_DARTS
                    .with(Map.of(
                            "batchSize", "256",
                            "learningRate", "0.1",
                            "lastLearningRate", "0",
                            "architectureRate", "0.0006",
                            "channelDivisor", "4"))
                    .in("darts", "yuhuixu1993/PC-DARTS", PublishedSettings.EIGHT_CELLS))
            .presetting(Map.of("tiny", Map.of("channelDivisor", "2")));

    private static final Score EDGE_WEIGHT = Score.of("edgeWeight", "Weight of the edge")
            .labeled("Edge weight")
            .within(ValueRange.FRACTION)
            .explained("What an edge counts among the edges into its node; together they are 1.", "");

    /** Of 50 epochs the authors train the weights alone for 15. */
    private static final double WEIGHTS_ONLY = 15 / 50.0;

    private final Settings settings;
    private final LearnedEdges edges;

    /**
     * @param settings among them {@link #CHANNEL_DIVISOR} and those of {@link ArchitectureSettings}
     * @throws org.isdarts.settings.ViolationException if the channels cannot be divided so
     */
    public PcDarts(SearchSpace space, Settings settings) {
        this(
                space,
                settings,
                new LearnedEdges(
                        space,
                        ArchitectureSettings.adam(settings),
                        Draws.of(settings.get(RunSettings.SEED), Draws.Purpose.ARCHITECTURE, 1)));
    }

    private PcDarts(SearchSpace space, Settings settings, LearnedEdges edges) {
        super(
                KIND,
                space,
                LearnedMixture.ofDarts(space, settings)
                        .completedBy((training, ofOperations) -> edges.weighted(ofOperations)));
        this.settings = settings;
        this.edges = edges;
        requireDivision(space, settings.get(NetworkSettings.CHANNELS), settings.get(CHANNEL_DIVISOR));
    }

    private static void requireDivision(SearchSpace space, int channels, int divisor) {
        if (channels % divisor != 0) {
            throw CHANNEL_DIVISOR.violation(
                    divisor + " does not divide the " + channels + " channels", "give a divisor of " + channels);
        }
        if (space.cellTypes().contains(CellType.REDUCTION) && channels / divisor % 2 != 0) {
            throw CHANNEL_DIVISOR.violation(
                    divisor + " leaves " + channels / divisor + " of " + channels
                            + " channels, which reduction cells cannot halve",
                    "give a divisor of " + channels / 2);
        }
    }

    @Override
    public Method method() {
        return super.method().scoringEdges(List.of(EDGE_WEIGHT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.ofPartialChannels(settings.get(CHANNEL_DIVISOR));
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        if (training.epoch() > (int) (WEIGHTS_ONLY * training.epochs())) {
            MixtureGradient gradient = mixture().coefficientGradient(training, training.validationBatch());
            Map<CellType, double[][]> shares =
                    mixture().coefficients(training.net().masks());
            Map<CellType, double[][]> ofShares = edges.weighted(gradient.coefficients());
            edges.step(shares, gradient);
            mixture().step(training, mixture().chain(training, ofShares));
        }
        return mixture().trainWeights(training, batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        Map<CellType, Map<String, double[]>> told = new EnumMap<>(CellType.class);
        edges.weights().forEach((type, weights) -> told.put(type, Map.of(EDGE_WEIGHT.name(), weights)));
        training.record(
                new SearchEvent.EdgesScored(System.currentTimeMillis(), training.epoch(), training.step(), told));
        return super.endOfEpoch(training);
    }

    @Override
    protected Genotype genotypeNow(Training training) {
        return ArgmaxRule.genotype(
                space(), edges.weighted(mixture().coefficients(training.net().masks())));
    }

    @Override
    public State state() {
        Map<String, double[]> numbers = new HashMap<>(super.state().numbers());
        numbers.putAll(edges.state());
        return new State(numbers);
    }

    @Override
    public void restore(State state) {
        super.restore(state);
        edges.restore(state);
    }
}
