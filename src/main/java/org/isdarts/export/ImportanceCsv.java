package org.isdarts.export;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.score.CandidateScores;
import org.isdarts.space.Candidate;
import org.isdarts.space.SearchSpace;

/**
 * Scores of a run's candidates as a table: one line for each epoch, cell type, edge, operation, score and number of
 * images, with the mean over that many images; without a number where a score is no average over images. Discarded
 * operations have no lines.
 */
public final class ImportanceCsv {
    /** The first line. */
    public static final String HEADER = "epoch,cell_type,edge,operation,importance,images,value";

    private ImportanceCsv() {}

    /**
     * The lines of the table, the header first.
     *
     * @param running whether to give the mean at every number of images, else only over all of them
     */
    public static Stream<String> lines(SearchSpace space, List<CandidatesScored> scores, boolean running) {
        return Stream.concat(Stream.of(HEADER), scores.stream().flatMap(scored -> lines(space, scored, running)));
    }

    private static Stream<String> lines(SearchSpace space, CandidatesScored scored, boolean running) {
        Stream.Builder<String> lines = Stream.builder();
        scored.scores()
                .forEach((type, ofType) -> ofType.forEach((score, scores) -> {
                    for (int edge = 0; edge < space.edges().size(); edge++) {
                        for (int operation = 0; operation < space.operations().size(); operation++) {
                            String start = scored.epoch() + "," + type + ","
                                    + space.edges().get(edge) + ","
                                    + space.operations().get(operation) + "," + score + ",";
                            values(scored.counts(), scores, new Candidate(edge, operation), running)
                                    .forEach(end -> lines.add(start + end));
                        }
                    }
                }));
        return lines.build();
    }

    /** Number of images and value, as the ends of lines. */
    private static Stream<String> values(int[] counts, CandidateScores scores, Candidate candidate, boolean running) {
        float[] means = scores.running()[candidate.edge()][candidate.operation()];
        double value = scores.of(candidate);
        if (means.length == 0) {
            return Double.isNaN(value) ? Stream.empty() : Stream.of("," + value);
        }
        int last = means.length - 1;
        return Stream.concat(
                IntStream.range(0, running ? last : 0).mapToObj(i -> counts[i] + "," + means[i]),
                Stream.of(counts[last] + "," + value));
    }
}
