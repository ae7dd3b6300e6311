package org.isdarts.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Discard;
import org.isdarts.score.Score;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/**
 * What a search tells beyond what every run does, whatever its strategy: scores and gauges, which it declares when it
 * {@linkplain RunEvent.Started begins}, sampled subnets, and what was decided.
 */
public sealed interface SearchEvent extends RunEvent {
    /**
     * Candidates were scored. At most one of these counts for an epoch: later scores of an epoch take the place of those
     * of the same name before them.
     *
     * @param step steps of the epoch done by then; 0 where only the epoch is known
     * @param counts numbers of images at which running means are given, ascending, the last being all; empty where the
     *     scores are no averages over images
     * @param scores what was measured of every cell type, by the name of the score
     */
    record CandidatesScored(
            long time, int epoch, int step, int[] counts, Map<CellType, Map<String, CandidateScores>> scores)
            implements SearchEvent {
        private static final int[] NO_COUNTS = {};

        /** Scores that are no averages over images, given for every name and cell type as {@code [edge][operation]}. */
        public static CandidatesScored of(
                long time, int epoch, int step, Map<Score, Map<CellType, double[][]>> values) {
            Map<CellType, Map<String, CandidateScores>> scores = new TreeMap<>();
            values.forEach((score, ofScore) ->
                    ofScore.forEach((cellType, ofType) -> scores.computeIfAbsent(cellType, type -> new TreeMap<>())
                            .put(score.name(), CandidateScores.of(ofType))));
            return new CandidatesScored(time, epoch, step, NO_COUNTS, scores);
        }

        /** A score of a cell type; empty if it was not measured. */
        public Optional<CandidateScores> of(CellType cellType, Score score) {
            return Optional.ofNullable(scores.getOrDefault(cellType, Map.of()).get(score.name()));
        }

        /** Whether it has this score, of any cell type. */
        public boolean tells(Score score) {
            return scores.values().stream().anyMatch(ofType -> ofType.containsKey(score.name()));
        }

        /** These scores and, of the same epoch, earlier ones of other names. */
        CandidatesScored over(CandidatesScored earlier) {
            return new CandidatesScored(
                    time, epoch, step, counts.length == 0 ? earlier.counts : counts, merged(earlier.scores, scores));
        }
    }

    /**
     * Edges were scored.
     *
     * @param step steps of the epoch done by then
     * @param scores {@code [edge]} of every cell type, by the name of the score
     */
    record EdgesScored(long time, int epoch, int step, Map<CellType, Map<String, double[]>> scores)
            implements SearchEvent {
        /** A score of a cell type's edges; empty if it was not measured. */
        public Optional<double[]> of(CellType cellType, Score score) {
            return Optional.ofNullable(scores.getOrDefault(cellType, Map.of()).get(score.name()));
        }

        /** These scores and, of the same epoch, earlier ones of other names. */
        EdgesScored over(EdgesScored earlier) {
            return new EdgesScored(time, epoch, step, merged(earlier.scores, scores));
        }
    }

    /**
     * A strategy tells about itself.
     *
     * @param step steps of the epoch done by then
     * @param values by the name of the gauge
     */
    record Gauged(long time, int epoch, int step, Map<String, Double> values) implements SearchEvent {
        public Gauged {
            values = Map.copyOf(values);
        }
    }

    /**
     * A subnet was trained or judged by itself; at most a few of these a second.
     *
     * @param step steps of the epoch done by then
     * @param subnet what it keeps of every cell type
     * @param loss mean cross entropy of a batch
     * @param top1 share of the batch's images whose class was ranked first
     */
    record SubnetSampled(long time, int epoch, int step, Map<CellType, Mask> subnet, double loss, double top1)
            implements SearchEvent {
        public SubnetSampled {
            subnet = Map.copyOf(subnet);
        }
    }

    /**
     * Operations of one cell type were discarded.
     *
     * @param criterion name of the score that decided, or the criterion in words; null in runs recorded without it, where
     *     the deciding score did
     * @param shrinkStep which time operations are discarded, from 1; 0 where the strategy does not count
     * @param shrinkSteps how many times in the whole search; 0 where that is open
     */
    record OperationsDiscarded(
            long time,
            int epoch,
            String criterion,
            int shrinkStep,
            int shrinkSteps,
            CellType cellType,
            List<Discard> discards)
            implements SearchEvent {
        public OperationsDiscarded {
            discards = List.copyOf(discards);
        }

        /** Which time it is, such as {@code shrink step 3 of 4}; empty where the strategy does not count. */
        public Optional<String> count() {
            String outOf = shrinkSteps == 0 ? "" : " of " + shrinkSteps;
            return shrinkStep == 0 ? Optional.empty() : Optional.of("shrink step " + shrinkStep + outOf);
        }
    }

    /** What is kept from now on; sent at the start and after every change. Epoch 0 is the start. */
    record MaskChanged(long time, int epoch, Map<CellType, Mask> masks) implements SearchEvent {
        public MaskChanged {
            masks = Map.copyOf(masks);
        }
    }

    /**
     * The genotype that would be read if the search ended after this epoch, by the strategy's own rule.
     *
     * @param genotype in the notation of the space
     */
    record GenotypeRead(long time, int epoch, String genotype) implements SearchEvent {}

    /**
     * From the next epoch on another net is trained.
     *
     * @param epoch the last epoch before it
     * @param stage from 1
     * @param cells normal cells in each of the three stages of the net, or all cells of it, as the space counts them
     * @param rate learning rate it begins with
     */
    record StageBegan(long time, int epoch, int stage, int cells, double rate) implements SearchEvent {}

    private static <V> Map<CellType, Map<String, V>> merged(
            Map<CellType, Map<String, V>> earlier, Map<CellType, Map<String, V>> later) {
        Map<CellType, Map<String, V>> all = new TreeMap<>();
        earlier.forEach((cellType, ofType) -> all.put(cellType, new TreeMap<>(ofType)));
        later.forEach((cellType, ofType) ->
                all.computeIfAbsent(cellType, type -> new TreeMap<>()).putAll(ofType));
        return all;
    }
}
