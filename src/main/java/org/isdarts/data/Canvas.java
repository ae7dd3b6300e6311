package org.isdarts.data;

import java.util.Random;

/** One synthetic image while it is drawn: every step draws its own random numbers. Values are 0..255. */
final class Canvas {
    private static final int MOST_STROKES = 2;
    private static final double LEAST_CONTRAST = 100;
    private static final double SHADING = 30;
    private static final double NOISE = 10;

    private static final double MOST_STRETCH = 1.25;

    /** How far shapes reach from their center, in radii. */
    private static final double REACH = 1.25;

    /** Mean and standard deviation of the sum of four uniformly drawn bytes. */
    private static final double BYTE_SUM_MEAN = 510;

    private static final double BYTE_SUM_DEVIATION = 147.8;

    private final int size;
    private final Random random;
    private final double[] values;
    private double[] ground;

    Canvas(int size, Random random) {
        this.size = size;
        this.random = random;
        this.values = new double[ImageSet.CHANNELS * size * size];
    }

    /** How far a point, in pixels from the figure's center, lies outside the figure; negative inside. */
    private interface Figure {
        double distance(double x, double y);
    }

    /** Fills the image with a shaded color. */
    void background() {
        ground = color();
        paint((x, y) -> -1, size / 2.0, size / 2.0, size, ground);
    }

    /** Paints a few straight strokes anywhere. */
    void strokes() {
        int strokes = random.nextInt(MOST_STROKES + 1);
        for (int i = 0; i < strokes; i++) {
            double centerX = between(0, size);
            double centerY = between(0, size);
            double angle = between(0, Math.PI);
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double halfLength = between(2, 8);
            double halfWidth = between(0.4, 1.1);
            paint(
                    (x, y) -> {
                        double along = cos * x + sin * y;
                        double across = cos * y - sin * x;
                        return Math.max(Math.abs(along) - halfLength, Math.abs(across) - halfWidth);
                    },
                    centerX,
                    centerY,
                    halfLength + halfWidth + 1,
                    color());
        }
    }

    /** Paints the shape somewhere, in a color that stands out from the background. */
    void shape(Shape shape) {
        double radius = between(7, 12);
        double stretch = between(1 / MOST_STRETCH, MOST_STRETCH);
        double angle = between(0, 2 * Math.PI);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double centerX = between(radius, size - radius);
        double centerY = between(radius, size - radius);
        double[] color = color();
        while (contrast(color, ground) < LEAST_CONTRAST) {
            color = color();
        }
        paint(
                (x, y) -> {
                    double along = cos * x + sin * y;
                    double across = cos * y - sin * x;
                    return radius * shape.distance(along / (radius * stretch), across * stretch / radius);
                },
                centerX,
                centerY,
                radius * MOST_STRETCH * REACH + 1,
                color);
    }

    /** Adds independent noise to every value: the sum of the four bytes of a random number, nearly Gaussian. */
    void noise() {
        for (int i = 0; i < values.length; i++) {
            int bytes = random.nextInt();
            int sum = (bytes >>> 24) + (bytes >>> 16 & 0xff) + (bytes >>> 8 & 0xff) + (bytes & 0xff);
            values[i] += (sum - BYTE_SUM_MEAN) * (NOISE / BYTE_SUM_DEVIATION);
        }
    }

    /** Copies the image as bytes, planar {@code [3,H,W]}, clipped to 0..255. */
    void copyTo(byte[] target, int offset) {
        for (int i = 0; i < values.length; i++) {
            target[offset + i] = (byte) Math.max(0, Math.min(255, Math.round(values[i])));
        }
    }

    /**
     * Paints a figure with soft edges in a color that changes linearly across the image. The figure reaches at most
     * {@code reach} pixels from its center.
     */
    private void paint(Figure figure, double centerX, double centerY, double reach, double[] color) {
        double slopeX = between(-SHADING, SHADING) / size;
        double slopeY = between(-SHADING, SHADING) / size;
        int plane = size * size;
        int lastRow = Math.min(size - 1, (int) (centerY + reach));
        int lastColumn = Math.min(size - 1, (int) (centerX + reach));
        for (int row = Math.max(0, (int) (centerY - reach)); row <= lastRow; row++) {
            for (int column = Math.max(0, (int) (centerX - reach)); column <= lastColumn; column++) {
                double x = column + 0.5;
                double y = row + 0.5;
                double cover = Math.max(0, Math.min(1, 0.5 - figure.distance(x - centerX, y - centerY)));
                if (cover > 0) {
                    double shade = slopeX * (x - size / 2.0) + slopeY * (y - size / 2.0);
                    for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
                        int at = channel * plane + row * size + column;
                        values[at] += cover * (color[channel] + shade - values[at]);
                    }
                }
            }
        }
    }

    private double[] color() {
        return new double[] {between(20, 235), between(20, 235), between(20, 235)};
    }

    private static double contrast(double[] one, double[] other) {
        double squares = 0;
        for (int channel = 0; channel < one.length; channel++) {
            squares += (one[channel] - other[channel]) * (one[channel] - other[channel]);
        }
        return Math.sqrt(squares);
    }

    private double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }
}
