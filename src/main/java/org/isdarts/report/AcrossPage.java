package org.isdarts.report;

import java.awt.Dimension;
import java.awt.Graphics2D;
import org.isdarts.figure.Figure;

/**
 * A figure of one column drawn across the page, and flatter for that.
 *
 * @param figure what is drawn
 */
record AcrossPage(Figure figure) implements Figure {
    private static final double FLATTER = 0.58;

    @Override
    public void draw(Graphics2D graphics, double width, double height) {
        figure.draw(graphics, width, height);
    }

    @Override
    public Dimension preferredSize() {
        return new Dimension(PAGE, (int) Math.ceil(FLATTER * figure.preferredSize().height));
    }

    @Override
    public String title() {
        return figure.title();
    }

    @Override
    public String caption() {
        return figure.caption();
    }
}
