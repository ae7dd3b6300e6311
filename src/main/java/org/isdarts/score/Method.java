package org.isdarts.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a search strategy is called and what it tells of its search. A run records it when it begins, so that everything
 * which shows the run needs to know no strategy.
 *
 * @param name in files and on the command line, such as {@code is-darts}
 * @param title in figures and sentences, such as {@code IS-DARTS}
 * @param scores what it measures of candidates, in the order in which to offer them
 * @param edgeScores what it measures of edges
 * @param gauges what it tells about itself
 * @param deciding name of the score by which candidates are discarded or chosen; empty where none decides
 */
public record Method(
        String name, String title, List<Score> scores, List<Score> edgeScores, List<Gauge> gauges, String deciding) {
    public Method {
        scores = List.copyOf(scores);
        edgeScores = List.copyOf(edgeScores);
        gauges = List.copyOf(gauges);
    }

    /** A method that measures nothing. */
    public static Method of(String name, String title) {
        return new Method(name, title, List.of(), List.of(), List.of(), "");
    }

    /** The same with scores of candidates, of which the first decides. */
    public Method scoring(List<Score> newScores) {
        return new Method(
                name, title, newScores, edgeScores, gauges, newScores.get(0).name());
    }

    /** The same with another deciding score, one of its own. */
    public Method decidingBy(Score score) {
        return new Method(name, title, scores, edgeScores, gauges, score.name());
    }

    /** The same where what is found does not follow from a score. */
    public Method decidingByNone() {
        return new Method(name, title, scores, edgeScores, gauges, "");
    }

    /** The same with scores of edges. */
    public Method scoringEdges(List<Score> newScores) {
        return new Method(name, title, scores, newScores, gauges, deciding);
    }

    /** The same with further gauges. */
    public Method gauging(List<Gauge> further) {
        List<Gauge> all = Stream.concat(gauges.stream(), further.stream()).toList();
        return new Method(name, title, scores, edgeScores, all, deciding);
    }

    /** The score of candidates that has this name. */
    public Optional<Score> score(String wanted) {
        return scores.stream().filter(score -> score.name().equals(wanted)).findFirst();
    }

    /** The score by which candidates are discarded or chosen; empty where none decides. */
    public Optional<Score> decidingScore() {
        return score(deciding);
    }
}
