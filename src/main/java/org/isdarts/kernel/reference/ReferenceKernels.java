package org.isdarts.kernel.reference;

import java.util.List;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;

/** Every primitive in double precision, one thread, as its definition reads. */
public final class ReferenceKernels implements Kernels {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public String description() {
        return "CPU, plain Java in double precision, 1 thread";
    }

    @Override
    public ReferenceTensor allocate(int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return new ReferenceTensor(new double[size], 0, shape);
    }

    @Override
    public void release(Tensor tensor) {}

    @Override
    public Tensor slice(Tensor vector, int offset, int... shape) {
        ReferenceTensor whole = (ReferenceTensor) vector;
        return new ReferenceTensor(whole.values, whole.offset + offset, shape);
    }

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        return new ReferenceConvolution(shape);
    }

    @Override
    public BatchNorm batchNorm(int... shape) {
        return new ReferenceBatchNorm(shape);
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        return new ReferencePooling(shape);
    }

    @Override
    public void fill(Tensor target, double value) {
        for (int i = 0; i < target.size(); i++) {
            ((ReferenceTensor) target).set(i, value);
        }
    }

    @Override
    public void sum(List<Term> terms, Tensor target) {
        for (int i = 0; i < target.size(); i++) {
            double sum = 0;
            for (Term term : terms) {
                sum += term.factor() * ((ReferenceTensor) term.tensor()).get(i);
            }
            ((ReferenceTensor) target).set(i, sum);
        }
    }

    @Override
    public void relu(Tensor input, Tensor output) {
        for (int i = 0; i < output.size(); i++) {
            ((ReferenceTensor) output).set(i, Math.max(((ReferenceTensor) input).get(i), 0));
        }
    }

    @Override
    public void reluBackward(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        for (int i = 0; i < output.size(); i++) {
            double passed = ((ReferenceTensor) output).get(i) > 0 ? ((ReferenceTensor) outputGradient).get(i) : 0;
            ((ReferenceTensor) inputGradient).set(i, passed);
        }
    }

    @Override
    public void copyChannels(Tensor source, int from, Tensor target, int to, int count) {
        int pixels = source.shape()[2] * source.shape()[3];
        for (int n = 0; n < source.shape()[0]; n++) {
            int sourceStart = (n * source.shape()[1] + from) * pixels;
            int targetStart = (n * target.shape()[1] + to) * pixels;
            for (int i = 0; i < count * pixels; i++) {
                ((ReferenceTensor) target).set(targetStart + i, ((ReferenceTensor) source).get(sourceStart + i));
            }
        }
    }

    /** A pixel taken by subsampling: its places in the large and in the small image. */
    private interface TakenPixel {
        void at(int large, int small);
    }

    private static void forEachTakenPixel(int[] large, int[] small, int offset, TakenPixel visit) {
        for (int plane = 0; plane < large[0] * large[1]; plane++) {
            for (int i = 0; i < small[2] && 2 * i + offset < large[2]; i++) {
                for (int j = 0; j < small[3] && 2 * j + offset < large[3]; j++) {
                    visit.at(
                            (plane * large[2] + 2 * i + offset) * large[3] + 2 * j + offset,
                            (plane * small[2] + i) * small[3] + j);
                }
            }
        }
    }

    @Override
    public void subsample(Tensor input, int offset, Tensor output) {
        fill(output, 0);
        forEachTakenPixel(input.shape(), output.shape(), offset, (large, small) -> ((ReferenceTensor) output)
                .set(small, ((ReferenceTensor) input).get(large)));
    }

    @Override
    public void subsampleBackward(Tensor outputGradient, int offset, Tensor inputGradient) {
        fill(inputGradient, 0);
        forEachTakenPixel(inputGradient.shape(), outputGradient.shape(), offset, (large, small) -> ((ReferenceTensor)
                        inputGradient)
                .set(large, ((ReferenceTensor) outputGradient).get(small)));
    }

    /** A pixel of images and its place in their phases. */
    private interface PhasedPixel {
        void at(int whole, int apart);
    }

    private static void forEachPixel(int[] images, PhasedPixel visit) {
        int height = images[2];
        int width = images[3];
        int planes = images[0] * images[1];
        for (int pixel = 0; pixel < planes * height * width; pixel++) {
            int plane = pixel / (height * width);
            int row = pixel / width % height;
            int column = pixel % width;
            int phase = row % 2 * 2 + column % 2;
            visit.at(pixel, ((phase * planes + plane) * (height / 2) + row / 2) * (width / 2) + column / 2);
        }
    }

    @Override
    public void split(Tensor images, Tensor phases) {
        forEachPixel(images.shape(), (whole, apart) -> ((ReferenceTensor) phases)
                .set(apart, ((ReferenceTensor) images).get(whole)));
    }

    @Override
    public void join(Tensor phases, Tensor images) {
        forEachPixel(images.shape(), (whole, apart) -> ((ReferenceTensor) images)
                .set(whole, ((ReferenceTensor) phases).get(apart)));
    }

    @Override
    public void globalAverage(Tensor input, Tensor output) {
        int pixels = input.shape()[2] * input.shape()[3];
        for (int plane = 0; plane < output.size(); plane++) {
            double sum = 0;
            for (int p = 0; p < pixels; p++) {
                sum += ((ReferenceTensor) input).get(plane * pixels + p);
            }
            ((ReferenceTensor) output).set(plane, sum / pixels);
        }
    }

    @Override
    public void globalAverageBackward(Tensor outputGradient, Tensor inputGradient) {
        int pixels = inputGradient.shape()[2] * inputGradient.shape()[3];
        for (int i = 0; i < inputGradient.size(); i++) {
            ((ReferenceTensor) inputGradient).set(i, ((ReferenceTensor) outputGradient).get(i / pixels) / pixels);
        }
    }

    @Override
    public void linear(Tensor input, Tensor weight, Tensor bias, Tensor output) {
        int features = input.shape()[1];
        int classes = output.shape()[1];
        for (int i = 0; i < output.size(); i++) {
            double sum = ((ReferenceTensor) bias).get(i % classes);
            for (int c = 0; c < features; c++) {
                sum += ((ReferenceTensor) weight).get(i % classes * features + c)
                        * ((ReferenceTensor) input).get(i / classes * features + c);
            }
            ((ReferenceTensor) output).set(i, sum);
        }
    }

    @Override
    public void linearBackward(
            Tensor input,
            Tensor weight,
            Tensor outputGradient,
            Tensor inputGradient,
            Tensor weightGradient,
            Tensor biasGradient) {
        int features = input.shape()[1];
        int classes = outputGradient.shape()[1];
        fill(inputGradient, 0);
        fill(weightGradient, 0);
        fill(biasGradient, 0);
        for (int i = 0; i < outputGradient.size(); i++) {
            double gradient = ((ReferenceTensor) outputGradient).get(i);
            ((ReferenceTensor) biasGradient).add(i % classes, gradient);
            for (int c = 0; c < features; c++) {
                int weightPlace = i % classes * features + c;
                int inputPlace = i / classes * features + c;
                ((ReferenceTensor) weightGradient)
                        .add(weightPlace, gradient * ((ReferenceTensor) input).get(inputPlace));
                ((ReferenceTensor) inputGradient)
                        .add(inputPlace, gradient * ((ReferenceTensor) weight).get(weightPlace));
            }
        }
    }

    @Override
    public void scaleImages(Tensor input, Tensor factors, Tensor output) {
        int length = input.size() / factors.size();
        for (int i = 0; i < input.size(); i++) {
            double factor = ((ReferenceTensor) factors).get(i / length);
            ((ReferenceTensor) output).set(i, factor * ((ReferenceTensor) input).get(i));
        }
    }

    @Override
    public double dot(Tensor left, Tensor right) {
        double sum = 0;
        for (int i = 0; i < left.size(); i++) {
            sum += ((ReferenceTensor) left).get(i) * ((ReferenceTensor) right).get(i);
        }
        return sum;
    }

    @Override
    public double sumOfSquares(Tensor vector) {
        return dot(vector, vector);
    }

    @Override
    public void descend(Tensor value, Tensor gradient, Tensor velocity, MomentumStep step) {
        for (int i = 0; i < value.size(); i++) {
            double weight = ((ReferenceTensor) value).get(i);
            double g = step.gradientFactor() * ((ReferenceTensor) gradient).get(i) + step.weightDecay() * weight;
            double v = step.momentum() * ((ReferenceTensor) velocity).get(i) + g;
            ((ReferenceTensor) velocity).set(i, v);
            ((ReferenceTensor) value)
                    .set(i, weight - step.rate() * (step.gradientShare() * g + step.velocityShare() * v));
        }
    }

    @Override
    public void close() {}
}
