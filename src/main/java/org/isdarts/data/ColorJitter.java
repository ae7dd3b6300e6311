package org.isdarts.data;

import java.util.Random;

/**
 * Changes brightness, contrast, saturation and hue of an image, one after the other in random order, as torchvision's
 * {@code ColorJitter} does. A factor f of the first three is drawn uniformly between 1 - strength and 1 + strength: the image
 * becomes {@code f image + (1 - f) base}, kept within 0 to 255, where base is black, the image's mean gray, and each
 * pixel's own gray. The hue of every pixel is turned by one angle, drawn uniformly.
 *
 * @param strength of brightness, contrast and saturation, from 0 to 1; 0 changes none of them
 * @param hue the most that hues are turned either way, in whole turns, from 0 to 0.5
 */
public record ColorJitter(double strength, double hue) {
    /** Images keep their colors. */
    public static final ColorJitter NOTHING = new ColorJitter(0, 0);

    private static final float MOST = 255;
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;
    private static final int CHANGES = 4;

    /** The image with other colors. */
    Picture apply(Picture picture, Random random) {
        if (equals(NOTHING)) {
            return picture;
        }
        float[] values = picture.floats();
        float brightness = factor(random);
        float contrast = factor(random);
        float saturation = factor(random);
        float turn = (float) (hue * (2 * random.nextDouble() - 1));
        for (int change : Draws.permutation(CHANGES, random)) {
            switch (change) {
                case 0 -> brighten(values, brightness);
                case 1 -> contrast(values, contrast);
                case 2 -> saturate(values, saturation);
                default -> turnHues(values, turn);
            }
        }
        return picture.with(values);
    }

    private float factor(Random random) {
        return (float) (1 + strength * (2 * random.nextDouble() - 1));
    }

    /** Blends values 0..255 with black. */
    static void brighten(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] = blend(values[i], 0, factor);
        }
    }

    /** Blends values 0..255, planar {@code [3,H,W]}, with their mean gray. */
    static void contrast(float[] values, float factor) {
        double sum = 0;
        int plane = values.length / ImageSet.CHANNELS;
        for (int i = 0; i < plane; i++) {
            sum += gray(values, i, plane);
        }
        float mean = (float) (sum / plane);
        for (int i = 0; i < values.length; i++) {
            values[i] = blend(values[i], mean, factor);
        }
    }

    /** Blends each pixel of values 0..255, planar {@code [3,H,W]}, with its gray. */
    static void saturate(float[] values, float factor) {
        int plane = values.length / ImageSet.CHANNELS;
        for (int i = 0; i < plane; i++) {
            float gray = gray(values, i, plane);
            for (int at = i; at < values.length; at += plane) {
                values[at] = blend(values[at], gray, factor);
            }
        }
    }

    private static float gray(float[] values, int pixel, int plane) {
        return RED * values[pixel] + GREEN * values[pixel + plane] + BLUE * values[pixel + 2 * plane];
    }

    private static float blend(float value, float base, float factor) {
        return Math.max(0, Math.min(MOST, factor * value + (1 - factor) * base));
    }

    /** Turns the hues of values 0..255, planar {@code [3,H,W]}; value and saturation (HSV) stay. */
    static void turnHues(float[] values, float turn) {
        if (turn == 0) {
            return;
        }
        int plane = values.length / ImageSet.CHANNELS;
        for (int i = 0; i < plane; i++) {
            float red = values[i];
            float green = values[i + plane];
            float blue = values[i + 2 * plane];
            float most = Math.max(red, Math.max(green, blue));
            float spread = most - Math.min(red, Math.min(green, blue));
            float sector = sector(red, green, blue, most, spread) + 6 * turn;
            values[i] = most - spread * shade(sector + 5);
            values[i + plane] = most - spread * shade(sector + 3);
            values[i + 2 * plane] = most - spread * shade(sector + 1);
        }
    }

    /** The hue in sixths of a turn: red 0, green 2, blue 4. */
    private static float sector(float red, float green, float blue, float most, float spread) {
        if (spread == 0) {
            return 0;
        }
        if (most == red) {
            return (green - blue) / spread;
        }
        return most == green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
    }

    /** How much of the spread a channel lacks: 0 in two sixths of the circle, 1 in the two across, between them on the way. */
    private static float shade(float sector) {
        float around = sector - 6 * (float) Math.floor(sector / 6);
        return Math.max(0, Math.min(1, Math.min(around, 4 - around)));
    }
}
