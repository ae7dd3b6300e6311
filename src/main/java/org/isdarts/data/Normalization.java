package org.isdarts.data;

/**
 * The affine change of values that gives every channel of the training images mean 0 and standard deviation 1:
 * {@code (value - mean) / deviation} on values 0..255.
 *
 * @param mean mean of every channel
 * @param deviation standard deviation of every channel (divisor N), above 0
 */
public record Normalization(float[] mean, float[] deviation) {
    /** Of ImageNet's training images, as torchvision's networks take them. */
    public static final Normalization OF_IMAGENET = new Normalization(
            new float[] {255 * 0.485f, 255 * 0.456f, 255 * 0.406f},
            new float[] {255 * 0.229f, 255 * 0.224f, 255 * 0.225f});

    /** Measures a set of images. A channel of one single value gets deviation 1: it becomes 0 everywhere. */
    public static Normalization of(ImageSet train) {
        float[] mean = new float[ImageSet.CHANNELS];
        float[] deviation = new float[ImageSet.CHANNELS];
        for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
            long[] histogram = train.histogram(channel);
            double count = 0;
            double sum = 0;
            for (int value = 0; value < histogram.length; value++) {
                count += histogram[value];
                sum += (double) value * histogram[value];
            }
            double center = sum / count;
            double squares = 0;
            for (int value = 0; value < histogram.length; value++) {
                squares += (value - center) * (value - center) * histogram[value];
            }
            mean[channel] = (float) center;
            deviation[channel] = squares == 0 ? 1 : (float) Math.sqrt(squares / count);
        }
        return new Normalization(mean, deviation);
    }

    /**
     * Normalizes one image.
     *
     * @param pixels unsigned values, planar {@code [3,H,W]}
     * @param target receives the image, planar {@code [3,H,W]}, from {@code offset} on
     */
    public void apply(byte[] pixels, int height, int width, float[] target, int offset) {
        int plane = height * width;
        for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
            float center = mean[channel];
            float scale = deviation[channel];
            int end = (channel + 1) * plane;
            for (int i = channel * plane; i < end; i++) {
                target[offset + i] = ((pixels[i] & 0xff) - center) / scale;
            }
        }
    }
}
