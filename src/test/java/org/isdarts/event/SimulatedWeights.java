package org.isdarts.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.isdarts.event.RunEvent.Accuracy;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.event.RunEvent.Started;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.event.SearchEvent.EdgesScored;
import org.isdarts.event.SearchEvent.Gauged;
import org.isdarts.event.SearchEvent.GenotypeRead;
import org.isdarts.event.SearchEvent.MaskChanged;
import org.isdarts.event.SearchEvent.StageBegan;
import org.isdarts.event.SearchEvent.SubnetSampled;
import org.isdarts.score.Gauge;
import org.isdarts.score.Method;
import org.isdarts.score.Score;
import org.isdarts.score.ValueRange;
import org.isdarts.search.Preset;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;

/**
 * The events of a search whose strategy is not IS-DARTS: shares of operations that grow in favor of skip connections, edge
 * weights, gauges, sampled subnets and stages, as different strategies tell them.
 */
public final class SimulatedWeights {
    /** The share of an operation in its edge's output. */
    public static final Score SHARE = Score.of("share", "Operation share")
            .labeled("Share")
            .within(ValueRange.FRACTION)
            .explained("The softmax of an edge's architecture weights.", "");

    /** What the shares are computed from. */
    public static final Score RAW = Score.of("raw", "Architecture weight").labeled("Raw");

    /** The share of an edge in its node. */
    public static final Score EDGE = Score.of("edge_share", "Edge share").within(ValueRange.FRACTION);

    /** How undecided the search is. */
    public static final Gauge ENTROPY =
            Gauge.of("entropy", "Entropy", "Mean entropy of the shares.").within(ValueRange.FRACTION);

    /** What would be read after every epoch. */
    private static final String GENOTYPE =
            "|nor_conv_3x3~0|+|skip_connect~0|skip_connect~1|" + "+|skip_connect~0|skip_connect~1|skip_connect~2|";

    private static final int EPOCHS = 6;
    private static final int STEPS = 10;
    private static final SearchSpace SPACE = NasBench201.SPACE;

    private SimulatedWeights() {}

    /** The strategy. */
    public static Method method() {
        return Method.of("weights", "Simulated weights")
                .scoring(List.of(SHARE, RAW))
                .scoringEdges(List.of(EDGE))
                .gauging(List.of(ENTROPY));
    }

    /** All events up to the last epoch; the search has not ended. */
    public static List<RunEvent> events() {
        List<RunEvent> events = new ArrayList<>();
        events.add(new Started(
                0,
                method(),
                Preset.TINY.config(SPACE, "synthetic").settings().with(RunSettings.EPOCHS, EPOCHS),
                "CPU",
                "nd4j",
                STEPS * 64,
                100,
                STEPS,
                1_000,
                10));
        events.add(new MaskChanged(0, 0, Map.of(CellType.NORMAL, Mask.full(SPACE))));
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            addEpoch(events, epoch);
        }
        return events;
    }

    private static void addEpoch(List<RunEvent> events, int epoch) {
        double done = (double) epoch / EPOCHS;
        for (int step = 5; step <= STEPS; step += 5) {
            events.add(new BatchProgress(epoch, epoch, step, STEPS, 2, 0.3, 0.025, 100, 1, 10));
            events.add(new SubnetSampled(epoch, epoch, step, Map.of(CellType.NORMAL, path(epoch % 5)), 2.2, 0.2));
            events.add(new Gauged(epoch, epoch, step, Map.of(ENTROPY.name(), 1 - done * step / STEPS)));
        }
        events.add(CandidatesScored.of(
                epoch,
                epoch,
                STEPS,
                Map.of(
                        SHARE, Map.of(CellType.NORMAL, shares(done)),
                        RAW, Map.of(CellType.NORMAL, shares(-done)))));
        events.add(new EdgesScored(epoch, epoch, STEPS, Map.of(CellType.NORMAL, Map.of(EDGE.name(), new double[] {
            1, 0.5, 0.5, 0.2, 0.3, done / 2
        }))));
        events.add(new GenotypeRead(epoch, epoch, GENOTYPE));
        events.add(new EpochFinished(
                epoch, epoch, new Accuracy(2, 0.3, 0.8), new Accuracy(2.1, 0.25, 0.75), 0.025, 1, 100));
        if (epoch == EPOCHS / 2) {
            events.add(new StageBegan(epoch, epoch, 2, 11, 0.025));
        }
    }

    /** Skip connections gain on all edges but the first, where a convolution does. */
    private static double[][] shares(double done) {
        double[][] values = new double[SPACE.edges().size()][SPACE.operations().size()];
        for (int edge = 0; edge < values.length; edge++) {
            Arrays.fill(values[edge], 0.2 - 0.1 * done);
            values[edge][edge == 0 ? 3 : 1] = 0.2 + 0.4 * done;
        }
        return values;
    }

    private static Mask path(int operation) {
        boolean[][] kept = new boolean[SPACE.edges().size()][SPACE.operations().size()];
        for (boolean[] edge : kept) {
            edge[operation] = true;
        }
        return Mask.of(kept);
    }
}
