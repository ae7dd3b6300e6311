package org.isdarts.figure.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.stream.IntStream;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.isdarts.text.Numbers;

/**
 * Which class the test images of each class were taken for: a row for every class, a column for every class they were taken
 * for, the deeper the color the larger the share of the row; behind each row the share that was right.
 *
 * @param judged what was said of the images
 * @param origin the run, in words
 * @param theme light or dark
 */
public record ConfusionFigure(TestImagesJudged judged, String origin, FigureTheme theme) implements Figure {
    private static final Color FULL = new Color(0x0072B2);
    private static final double MARGIN = 6;
    private static final double LINE = 12;
    private static final double LONGEST_NAME = 80;
    private static final double ACCURACY = 40;
    private static final double CELL = 26;

    /** In smaller cells no number can be read. */
    private static final double NUMBERED_CELL = 15;

    /** In smaller rows no name can be read. */
    private static final double NAMED_CELL = 8;

    private static final int LARGEST = 620;

    @Override
    public void draw(Graphics2D graphics, double width, double height) {
        Graphics2D copy = theme.sheet(graphics, width, height);
        new Drawing(copy, width, height).draw();
        copy.dispose();
    }

    /** One drawing, with what its places follow from. */
    private final class Drawing {
        private final Graphics2D graphics;
        private final double left;
        private final double top;
        private final double cell;

        Drawing(Graphics2D graphics, double width, double height) {
            this.graphics = graphics;
            graphics.setFont(FigureFont.of(FigureFont.TEXT));
            double names = nameWidth(graphics.getFontMetrics());
            double room =
                    Math.min(width - 2 * MARGIN - names - LINE - ACCURACY, height - 2 * MARGIN - 2 * LINE - names);
            cell = Math.max(1, room / classes());
            left = MARGIN + LINE + names;
            top = MARGIN + 2 * LINE + names;
        }

        void draw() {
            graphics.setColor(theme.foreground());
            graphics.setFont(FigureFont.of(FigureFont.TITLE));
            graphics.drawString(title(), (float) MARGIN, (float) (MARGIN + FigureFont.TITLE));
            graphics.setFont(FigureFont.of(FigureFont.TEXT));
            graphics.setColor(theme.muted());
            graphics.drawString("taken for", (float) left, (float) (MARGIN + 2 * LINE - 1));
            graphics.drawString("right", (float) (left + classes() * cell + 5), (float) (top - 4));
            for (int row = 0; row < classes(); row++) {
                drawRow(row);
            }
            if (cell >= NAMED_CELL) {
                drawColumnNames();
            }
            graphics.setColor(theme.faint());
            graphics.draw(new Rectangle2D.Double(left, top, classes() * cell, classes() * cell));
        }

        private void drawRow(int row) {
            for (int column = 0; column < classes(); column++) {
                drawCell(row, column);
            }
            if (cell >= NAMED_CELL) {
                graphics.setColor(theme.foreground());
                float base = (float) (top + (row + 0.5) * cell + 3);
                String name = fitted(judged.classes().get(row));
                double end = left - 4 - graphics.getFontMetrics().stringWidth(name);
                graphics.drawString(name, (float) end, base);
                graphics.drawString(percent(row), (float) (left + classes() * cell + 5), base);
            }
        }

        private void drawCell(int row, int column) {
            int count = judged.counts().get(row).get(column);
            double share = count == 0 ? 0 : Math.sqrt((double) count / judged.images(row));
            Color ground = theme.tinted(FULL, share);
            graphics.setColor(ground);
            graphics.fill(new Rectangle2D.Double(left + column * cell, top + row * cell, cell, cell));
            if (cell >= NUMBERED_CELL && count > 0) {
                String text = String.valueOf(count);
                FontMetrics metrics = graphics.getFontMetrics();
                if (metrics.stringWidth(text) < cell) {
                    graphics.setColor(share > 0.6 ? Color.WHITE : theme.foreground());
                    graphics.drawString(
                            text, (float) (left + (column + 0.5) * cell - metrics.stringWidth(text) / 2.0), (float)
                                    (top + (row + 0.5) * cell + 3));
                }
            }
        }

        private void drawColumnNames() {
            Font font = FigureFont.of(FigureFont.TEXT);
            graphics.setFont(font.deriveFont(AffineTransform.getRotateInstance(-Math.PI / 2)));
            graphics.setColor(theme.foreground());
            for (int column = 0; column < classes(); column++) {
                graphics.drawString(
                        fitted(judged.classes().get(column)), (float) (left + (column + 0.5) * cell + 3), (float)
                                (top - 4));
            }
            graphics.setFont(font);
        }

        private String fitted(String name) {
            FontMetrics metrics = graphics.getFontMetrics(FigureFont.of(FigureFont.TEXT));
            String fitted = name;
            while (metrics.stringWidth(fitted) > LONGEST_NAME && fitted.length() > 2) {
                fitted = fitted.substring(0, fitted.length() - 2) + "…";
            }
            return fitted;
        }
    }

    private double nameWidth(FontMetrics metrics) {
        double longest = judged.classes().stream()
                .mapToDouble(metrics::stringWidth)
                .max()
                .orElse(0);
        return Math.min(LONGEST_NAME, longest) + 6;
    }

    private String percent(int ofClass) {
        return Numbers.percent(judged.accuracy(ofClass));
    }

    private int classes() {
        return judged.classes().size();
    }

    @Override
    public Dimension preferredSize() {
        double cells = Math.min(LARGEST, classes() * CELL);
        double side = cells + 2 * MARGIN + LONGEST_NAME + 6;
        return new Dimension((int) (side + LINE + ACCURACY), (int) (side + 2 * LINE));
    }

    @Override
    public String title() {
        return "Test images by class";
    }

    @Override
    public String caption() {
        int images = IntStream.range(0, classes()).map(judged::images).sum();
        int right = IntStream.range(0, classes())
                .map(ofClass -> judged.counts().get(ofClass).get(ofClass))
                .sum();
        return String.format(
                Locale.ROOT,
                "Which class the %,d test images of each class were taken for after epoch %d of %s; %,d (%.2f %%) are"
                        + " right. A row is a class, a column what its images were taken for; behind a row stands the share"
                        + " that is right.",
                images,
                judged.epoch(),
                origin,
                right,
                100.0 * right / images);
    }
}
