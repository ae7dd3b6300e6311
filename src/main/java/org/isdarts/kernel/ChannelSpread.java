package org.isdarts.kernel;

import java.util.stream.IntStream;

/**
 * How far the channels of each image lie apart. With {@code sigma^2} the variance across the channels at a pixel (divisor
 * C - 1), in double precision:
 *
 * @param fisher {@code [N]}, the mean over channels and pixels of {@code 3 (x - mean)^2 / sigma^6}; infinite where a pixel
 *     has no variance
 * @param variance {@code [N]}, the sum over pixels of {@code sigma^2 / 3}
 */
public record ChannelSpread(double[] fisher, double[] variance) {
    /** Of images {@code [N,C,H,W]}, whose numbers are read. */
    static ChannelSpread of(Tensor images) {
        float[] numbers = new float[images.size()];
        images.read(numbers);
        int[] shape = images.shape();
        ChannelSpread spread = new ChannelSpread(new double[shape[0]], new double[shape[0]]);
        IntStream.range(0, shape[0]).parallel().forEach(image -> spread.measure(numbers, image, shape));
        return spread;
    }

    private void measure(float[] numbers, int image, int[] shape) {
        int channels = shape[1];
        int pixels = shape[2] * shape[3];
        double[] squares = squares(numbers, image * channels * pixels, channels, pixels);
        double inverse = 0;
        double sum = 0;
        for (double square : squares) {
            double sigma2 = square / (channels - 1);
            inverse += 3 * square / channels / (sigma2 * sigma2 * sigma2);
            sum += sigma2 / 3;
        }
        inverse /= pixels;
        fisher[image] = Double.isNaN(inverse) ? Double.POSITIVE_INFINITY : inverse;
        variance[image] = sum;
    }

    /** For every pixel the squared distances of its channels from their mean, added up. */
    private static double[] squares(float[] numbers, int start, int channels, int pixels) {
        double[] mean = new double[pixels];
        double[] squares = new double[pixels];
        // Relative to the first channel, so that equal channels give a variance of exactly zero.
        for (int c = 1; c < channels; c++) {
            for (int p = 0; p < pixels; p++) {
                mean[p] += (double) numbers[start + c * pixels + p] - numbers[start + p];
            }
        }
        for (int p = 0; p < pixels; p++) {
            mean[p] /= channels;
        }
        for (int c = 0; c < channels; c++) {
            for (int p = 0; p < pixels; p++) {
                double distance = (double) numbers[start + c * pixels + p] - numbers[start + p] - mean[p];
                squares[p] += distance * distance;
            }
        }
        return squares;
    }
}
