package org.isdarts.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;

/** The colors of everything that is not data. */
public enum FigureTheme {
    /** For paper. */
    LIGHT("light", 0xFFFFFF, 0x222222, 0x666666, 0xDDDDDD, 0xEDEDED, 0xA0A0A0),
    /** For dark screens and slides. */
    DARK("dark", 0x1E1F22, 0xE8E8E8, 0xA8A8A8, 0x45474C, 0x33353A, 0x6E7178);

    private static final double LINE_CONTRAST = 5;

    private final String label;
    private final Color background;
    private final Color foreground;
    private final Color muted;
    private final Color faint;
    private final Color discarded;
    private final Color hatching;

    FigureTheme(String label, int background, int foreground, int muted, int faint, int discarded, int hatching) {
        this.label = label;
        this.background = new Color(background);
        this.foreground = new Color(foreground);
        this.muted = new Color(muted);
        this.faint = new Color(faint);
        this.discarded = new Color(discarded);
        this.hatching = new Color(hatching);
    }

    /** A copy of graphics whose lines and text are smooth, on a background of {@code width} by {@code height} points. */
    public Graphics2D sheet(Graphics2D graphics, double width, double height) {
        Graphics2D sheet = (Graphics2D) graphics.create();
        sheet.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sheet.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        sheet.setColor(background());
        sheet.fill(new Rectangle2D.Double(0, 0, width, height));
        return sheet;
    }

    /** The name on the command line. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    public Color background() {
        return background;
    }

    /** Text and axes. */
    public Color foreground() {
        return foreground;
    }

    /** Text and lines of less weight. */
    public Color muted() {
        return muted;
    }

    /** Grid lines and frames. */
    public Color faint() {
        return faint;
    }

    /** Ground of what is discarded. */
    public Color discarded() {
        return discarded;
    }

    /** Diagonal lines over what is discarded. */
    public Color hatching() {
        return hatching;
    }

    /** The background with a share of a color in it, from 0 to 1. */
    public Color tinted(Color color, double share) {
        return new Color(
                mixed(background.getRed(), color.getRed(), share),
                mixed(background.getGreen(), color.getGreen(), share),
                mixed(background.getBlue(), color.getBlue(), share));
    }

    /** A color for lines: as it is on paper, and as light as lines must be to be seen on a dark background. */
    public Color line(Color color) {
        Color line = color;
        for (double share = 0; this == DARK && contrast(line) < LINE_CONTRAST; share += 0.05) {
            line = new Color(
                    mixed(color.getRed(), foreground.getRed(), share),
                    mixed(color.getGreen(), foreground.getGreen(), share),
                    mixed(color.getBlue(), foreground.getBlue(), share));
        }
        return line;
    }

    /** The contrast ratio to the background, from 1 on, as WCAG 2.1 defines it. */
    private double contrast(Color color) {
        return (luminance(color) + 0.05) / (luminance(background) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int mixed(int of, int with, double share) {
        return (int) Math.round(of + (with - of) * share);
    }
}
