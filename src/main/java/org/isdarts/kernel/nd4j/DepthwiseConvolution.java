package org.isdarts.kernel.nd4j;

import java.util.Arrays;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.loops.Sums;
import org.isdarts.kernel.loops.Workers;

/**
 * A depthwise convolution as shifted sums of planes, hundreds of times faster than ND4J's own operation.
 *
 * <p>A plane is copied into an array with its padding. In that layout the tap {@code (u, v)} is one long shifted
 * product {@code y[t] += w[u,v] x[t + shift(u,v)]}, which Java vectorises; the numbers it gives in the padding columns
 * are never copied out. A stride skips pixels of the dense result.
 */
final class DepthwiseConvolution implements Convolution {
    private final Workers workers;
    private final ConvolutionShape shape;
    private final int paddedWidth;
    private final int length;
    private final int[] shifts;

    DepthwiseConvolution(Workers workers, ConvolutionShape shape) {
        this.workers = workers;
        this.shape = shape;
        this.paddedWidth = shape.width() + 2 * shape.padding();
        int reach = shape.dilation() * (shape.kernel() - 1);
        int denseRows = shape.height() + 2 * shape.padding() - reach;
        this.length = denseRows * paddedWidth;
        this.shifts = new int[shape.kernel() * shape.kernel()];
        for (int tap = 0; tap < shifts.length; tap++) {
            shifts[tap] = shape.dilation() * (tap / shape.kernel() * paddedWidth + tap % shape.kernel());
        }
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        Nd4jTensor x = Nd4jTensor.of(input);
        Nd4jTensor y = Nd4jTensor.of(output);
        float[] weights = weights(weight);
        workers.forEach(shape.images() * shape.inChannels(), (from, to) -> {
            float[] padded = paddedPlane();
            float[] dense = new float[length];
            for (int plane = from; plane < to; plane++) {
                loadInput(x, plane, padded);
                Arrays.fill(dense, 0);
                int window = plane % shape.inChannels() * shifts.length;
                for (int tap = 0; tap < shifts.length; tap++) {
                    addShifted(padded, shifts[tap], weights[window + tap], dense);
                }
                storeOutput(dense, y, plane);
            }
        });
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        Nd4jTensor x = Nd4jTensor.of(input);
        Nd4jTensor dy = Nd4jTensor.of(outputGradient);
        float[] weights = weights(weight);
        workers.forEach(shape.inChannels(), (from, to) -> {
            float[] padded = paddedPlane();
            float[] dense = new float[length];
            float[][] products = new float[shifts.length][length];
            for (int c = from; c < to; c++) {
                for (float[] product : products) {
                    Arrays.fill(product, 0);
                }
                for (int n = 0; n < shape.images(); n++) {
                    int plane = n * shape.inChannels() + c;
                    loadInput(x, plane, padded);
                    loadOutputGradient(dy, plane, dense);
                    for (int tap = 0; weightGradient != null && tap < shifts.length; tap++) {
                        addProduct(dense, padded, shifts[tap], products[tap]);
                    }
                    if (inputGradient != null) {
                        Arrays.fill(padded, 0);
                        for (int tap = 0; tap < shifts.length; tap++) {
                            scatterShifted(dense, weights[c * shifts.length + tap], padded, shifts[tap]);
                        }
                        storeInputGradient(padded, Nd4jTensor.of(inputGradient), plane);
                    }
                }
                for (int tap = 0; weightGradient != null && tap < shifts.length; tap++) {
                    Nd4jTensor.of(weightGradient).set(c * shifts.length + tap, Sums.sum(products[tap], length));
                }
            }
        });
    }

    private static void addShifted(float[] source, int shift, float weight, float[] target) {
        for (int t = 0; t < target.length; t++) {
            target[t] += weight * source[t + shift];
        }
    }

    private static void scatterShifted(float[] source, float weight, float[] target, int shift) {
        for (int t = 0; t < source.length; t++) {
            target[t + shift] += weight * source[t];
        }
    }

    private static void addProduct(float[] left, float[] right, int shift, float[] target) {
        for (int t = 0; t < target.length; t++) {
            target[t] += left[t] * right[t + shift];
        }
    }

    private float[] weights(Tensor weight) {
        float[] weights = new float[weight.size()];
        weight.read(weights);
        return weights;
    }

    /** Room for a padded plane and for the last shift beyond it. */
    private float[] paddedPlane() {
        return new float[length + shifts[shifts.length - 1]];
    }

    private void loadInput(Nd4jTensor x, int plane, float[] padded) {
        Arrays.fill(padded, 0);
        for (int row = 0; row < shape.height(); row++) {
            x.buffer.get(
                    (plane * shape.height() + row) * shape.width(),
                    padded,
                    (row + shape.padding()) * paddedWidth + shape.padding(),
                    shape.width());
        }
    }

    private void storeInputGradient(float[] padded, Nd4jTensor dx, int plane) {
        for (int i = 0; i < shape.height(); i++) {
            dx.buffer.put(
                    (plane * shape.height() + i) * shape.width(),
                    padded,
                    (i + shape.padding()) * paddedWidth + shape.padding(),
                    shape.width());
        }
    }

    private void storeOutput(float[] dense, Nd4jTensor y, int plane) {
        float[] row = new float[shape.outWidth()];
        for (int i = 0; i < shape.outHeight(); i++) {
            for (int j = 0; j < row.length; j++) {
                row[j] = dense[(i * paddedWidth + j) * shape.stride()];
            }
            y.buffer.put((plane * shape.outHeight() + i) * row.length, row);
        }
    }

    private void loadOutputGradient(Nd4jTensor dy, int plane, float[] dense) {
        Arrays.fill(dense, 0);
        float[] row = new float[shape.outWidth()];
        for (int i = 0; i < shape.outHeight(); i++) {
            dy.buffer.get((plane * shape.outHeight() + i) * row.length, row);
            for (int j = 0; j < row.length; j++) {
                dense[(i * paddedWidth + j) * shape.stride()] = row[j];
            }
        }
    }
}
