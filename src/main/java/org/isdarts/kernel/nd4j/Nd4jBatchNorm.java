package org.isdarts.kernel.nd4j;

import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.loops.Sums;
import org.isdarts.kernel.loops.Workers;

/**
 * Batch norm as loops over channels. ND4J's own operation takes several passes over memory; this takes one for the
 * statistics and one for the output, with sums in double precision.
 */
final class Nd4jBatchNorm implements BatchNorm {
    private final Workers workers;
    private final int images;
    private final int channels;
    private final int pixels;

    Nd4jBatchNorm(Workers workers, int[] shape) {
        this.workers = workers;
        this.images = shape[0];
        this.channels = shape[1];
        this.pixels = shape[2] * shape[3];
    }

    @Override
    public void forward(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        takeStatistics(input, mean, variance);
        evaluate(input, affine, mean, variance, output);
    }

    private void takeStatistics(Tensor input, Tensor mean, Tensor variance) {
        Nd4jTensor x = Nd4jTensor.of(input);
        double count = (double) images * pixels;
        workers.forEach(channels, (from, to) -> {
            float[] plane = new float[pixels];
            for (int c = from; c < to; c++) {
                double sum = 0;
                double squares = 0;
                for (int n = 0; n < images; n++) {
                    x.buffer.get((n * channels + c) * pixels, plane);
                    sum += Sums.sum(plane, pixels);
                    squares += Sums.dot(plane, plane, pixels);
                }
                double center = sum / count;
                Nd4jTensor.of(mean).set(c, center);
                Nd4jTensor.of(variance).set(c, Math.max(0, squares / count - center * center));
            }
        });
    }

    @Override
    public void evaluate(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        Nd4jTensor x = Nd4jTensor.of(input);
        Nd4jTensor y = Nd4jTensor.of(output);
        workers.forEach(channels, (from, to) -> {
            float[] plane = new float[pixels];
            for (int c = from; c < to; c++) {
                float center = Nd4jTensor.of(mean).get(c);
                float factor = (float) (gamma(affine, c) / deviation(variance, c));
                float summand =
                        affine == null ? 0 : Nd4jTensor.of(affine.beta()).get(c);
                for (int n = 0; n < images; n++) {
                    int place = (n * channels + c) * pixels;
                    x.buffer.get(place, plane);
                    normalize(plane, center, factor, summand);
                    y.buffer.put(place, plane);
                }
            }
        });
    }

    private static void normalize(float[] plane, float center, float factor, float summand) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (plane[i] - center) * factor + summand;
        }
    }

    @Override
    public void backward(
            Tensor input,
            Affine affine,
            Tensor mean,
            Tensor variance,
            double factor,
            Tensor outputGradient,
            Tensor inputGradient) {
        Nd4jTensor x = Nd4jTensor.of(input);
        Nd4jTensor dy = Nd4jTensor.of(outputGradient);
        Nd4jTensor dx = Nd4jTensor.of(inputGradient);
        double count = (double) images * pixels;
        workers.forEach(channels, (from, to) -> {
            float[] plane = new float[pixels];
            float[] gradient = new float[pixels];
            for (int c = from; c < to; c++) {
                float center = Nd4jTensor.of(mean).get(c);
                double deviation = deviation(variance, c);
                double sum = 0;
                double product = 0;
                for (int n = 0; n < images; n++) {
                    int place = (n * channels + c) * pixels;
                    x.buffer.get(place, plane);
                    dy.buffer.get(place, gradient);
                    double planeSum = Sums.sum(gradient, pixels);
                    sum += planeSum;
                    product += Sums.dot(plane, gradient, pixels) - center * planeSum;
                }
                double betaGradient = factor * sum;
                double gammaGradient = factor * product / deviation;
                if (affine != null) {
                    Nd4jTensor.of(affine.betaGradient()).set(c, betaGradient);
                    Nd4jTensor.of(affine.gammaGradient()).set(c, gammaGradient);
                }
                double gain = gamma(affine, c) / deviation;
                float byGradient = (float) (gain * factor);
                float byInput = (float) (-gain * gammaGradient / (count * deviation));
                float constant = (float) (-gain * betaGradient / count);
                for (int n = 0; n < images; n++) {
                    int place = (n * channels + c) * pixels;
                    x.buffer.get(place, plane);
                    dy.buffer.get(place, gradient);
                    for (int i = 0; i < pixels; i++) {
                        plane[i] = byGradient * gradient[i] + byInput * (plane[i] - center) + constant;
                    }
                    dx.buffer.put(place, plane);
                }
            }
        });
    }

    private static double gamma(Affine affine, int channel) {
        return affine == null ? 1 : Nd4jTensor.of(affine.gamma()).get(channel);
    }

    private static double deviation(Tensor variance, int channel) {
        return Math.sqrt(Nd4jTensor.of(variance).get(channel) + EPSILON);
    }
}
