package org.isdarts.data;

import java.util.Random;

/**
 * Adds one color to a whole image, drawn along the principal components of ImageNet's colors (Krizhevsky, Sutskever and
 * Hinton 2012, section 4.1): the sum over the components of {@code vector x value x a}, with a drawn from a normal
 * distribution. Vectors and values are those of {@code fb.resnet.torch}, for colors from 0 to 1.
 *
 * @param deviation standard deviation of a; 0 adds nothing; 0.1 is usual
 */
public record Lighting(double deviation) {
    /** Images keep their light. */
    public static final Lighting NOTHING = new Lighting(0);

    private static final double[] VALUES = {0.2175, 0.0188, 0.0045};
    private static final double[][] VECTORS = {
        {-0.5675, 0.7192, 0.4009}, {-0.5808, -0.0045, -0.8140}, {-0.5836, -0.6948, 0.4203}
    };
    private static final int MOST = 255;

    /** The image in another light. */
    Picture apply(Picture picture, Random random) {
        if (deviation == 0) {
            return picture;
        }
        float[] values = picture.floats();
        float[] color = color(random);
        int plane = values.length / ImageSet.CHANNELS;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, Math.min(MOST, values[i] + color[i / plane]));
        }
        return picture.with(values);
    }

    private float[] color(Random random) {
        double[] along = new double[VALUES.length];
        for (int component = 0; component < VALUES.length; component++) {
            along[component] = deviation * random.nextGaussian() * VALUES[component];
        }
        float[] color = new float[ImageSet.CHANNELS];
        for (int channel = 0; channel < color.length; channel++) {
            double sum = 0;
            for (int component = 0; component < VALUES.length; component++) {
                sum += VECTORS[channel][component] * along[component];
            }
            color[channel] = (float) (MOST * sum);
        }
        return color;
    }
}
