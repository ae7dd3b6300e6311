package org.isdarts.kernel.reference;

import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Tensor;

/** Batch norm as Ioffe and Szegedy (2015) write it, channel by channel. */
final class ReferenceBatchNorm implements BatchNorm {
    private final int images;
    private final int channels;
    private final int pixels;

    ReferenceBatchNorm(int[] shape) {
        images = shape[0];
        channels = shape[1];
        pixels = shape[2] * shape[3];
    }

    /** Something done at every place of a channel. */
    private interface Visit {
        void at(int index);
    }

    private void forEach(int channel, Visit visit) {
        for (int n = 0; n < images; n++) {
            int start = (n * channels + channel) * pixels;
            for (int p = 0; p < pixels; p++) {
                visit.at(start + p);
            }
        }
    }

    @Override
    public void forward(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        takeStatistics(input, mean, variance);
        evaluate(input, affine, mean, variance, output);
    }

    private void takeStatistics(Tensor input, Tensor mean, Tensor variance) {
        ReferenceTensor x = (ReferenceTensor) input;
        double count = (double) images * pixels;
        for (int c = 0; c < channels; c++) {
            double[] sum = new double[2];
            forEach(c, i -> sum[0] += x.get(i));
            double center = sum[0] / count;
            forEach(c, i -> sum[1] += (x.get(i) - center) * (x.get(i) - center));
            ((ReferenceTensor) mean).set(c, center);
            ((ReferenceTensor) variance).set(c, sum[1] / count);
        }
    }

    @Override
    public void evaluate(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        ReferenceTensor x = (ReferenceTensor) input;
        ReferenceTensor y = (ReferenceTensor) output;
        for (int c = 0; c < channels; c++) {
            double center = ((ReferenceTensor) mean).get(c);
            double deviation = deviation(variance, c);
            double gamma = affine == null ? 1 : ((ReferenceTensor) affine.gamma()).get(c);
            double beta = affine == null ? 0 : ((ReferenceTensor) affine.beta()).get(c);
            forEach(c, i -> y.set(i, gamma * (x.get(i) - center) / deviation + beta));
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
        ReferenceTensor x = (ReferenceTensor) input;
        ReferenceTensor dy = (ReferenceTensor) outputGradient;
        ReferenceTensor dx = (ReferenceTensor) inputGradient;
        double count = (double) images * pixels;
        for (int c = 0; c < channels; c++) {
            double center = ((ReferenceTensor) mean).get(c);
            double deviation = deviation(variance, c);
            double gamma = affine == null ? 1 : ((ReferenceTensor) affine.gamma()).get(c);
            double[] sums = new double[2];
            forEach(c, i -> {
                sums[0] += factor * dy.get(i);
                sums[1] += factor * dy.get(i) * (x.get(i) - center) / deviation;
            });
            forEach(c, i -> {
                double normal = (x.get(i) - center) / deviation;
                dx.set(i, gamma / deviation * (factor * dy.get(i) - sums[0] / count - normal * sums[1] / count));
            });
            if (affine != null) {
                ((ReferenceTensor) affine.betaGradient()).set(c, sums[0]);
                ((ReferenceTensor) affine.gammaGradient()).set(c, sums[1]);
            }
        }
    }

    private static double deviation(Tensor variance, int channel) {
        return Math.sqrt(((ReferenceTensor) variance).get(channel) + EPSILON);
    }
}
