package org.isdarts.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;

/**
 * A figure for a page: in a given width, with text of a given size.
 *
 * @param figure what is drawn
 * @param width in points
 * @param textSize of everything but titles, in points
 */
public record SizedFigure(Figure figure, double width, double textSize) implements Figure {
    @Override
    public void draw(Graphics2D graphics, double drawnWidth, double drawnHeight) {
        Graphics2D scaled = (Graphics2D) graphics.create();
        scaled.scale(scale(), scale());
        figure.draw(scaled, drawnWidth / scale(), drawnHeight / scale());
        scaled.dispose();
    }

    @Override
    public Dimension preferredSize() {
        double height = scale() * figure.preferredSize().height * shrunk();
        return new Dimension((int) Math.round(width), (int) Math.ceil(height));
    }

    /** The size its text comes out at, in points: less than asked for where the figure's shape needs more width. */
    public double drawnTextSize() {
        return textSize * shrunk();
    }

    private double scale() {
        return textSize / FigureFont.TEXT;
    }

    private double shrunk() {
        return figure.scaleAt(width / scale());
    }

    @Override
    public double scaleAt(double narrower) {
        return Math.min(1, narrower / width);
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
