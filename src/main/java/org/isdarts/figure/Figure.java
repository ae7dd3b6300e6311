package org.isdarts.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;

/** Something to put into a paper: drawn at any size, with a caption. Lengths are points, 1/72 inch. */
public interface Figure {
    /** Width of one column of a two-column page, in points (3.3 inches). */
    int COLUMN = 238;

    /** Width of the whole page, in points (6.8 inches). */
    int PAGE = 490;

    /** Draws the figure into the rectangle from the origin to {@code width} and {@code height}, in points. */
    void draw(Graphics2D graphics, double width, double height);

    /** The size at which all its text fits and is 8 to 10 points high, in points. */
    Dimension preferredSize();

    /**
     * How much smaller it is drawn to fit a width, in points: 1 where it flows into it, less where its shape is fixed.
     */
    default double scaleAt(double width) {
        return 1;
    }

    /** What it shows, in a few words, for a list of figures. */
    String title();

    /** Text to print below: what is shown, of which run, seed, epochs and importance. */
    String caption();
}
