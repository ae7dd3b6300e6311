package org.isdarts.ui.panel;

import org.isdarts.score.Score;

/** Something that a {@link TermMark} explains. */
public interface Explained {
    /** What is explained. */
    String word();

    /** Two or three sentences about it. */
    String explanation();

    /** The equation, or the empty text. */
    String equation();

    /** A score, explained as its strategy does. */
    static Explained of(Score score) {
        return new Words(score.label(), score.help(), score.formula());
    }

    /** Explained by these words. */
    record Words(String word, String explanation, String equation) implements Explained {}
}
