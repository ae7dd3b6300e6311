package org.isdarts.kernel.choice;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/** How fast kernels are here: a convolution and its batch norm, forward and backward, as a training step has many. */
final class KernelsTrial {
    private static final ConvolutionShape SHAPE = ConvolutionShape.dense(new int[] {64, 16, 32, 32}, 16, 3, 1);
    private static final int TURNS = 5;
    private static final double NANOS = 1e9;

    private final Kernels kernels;
    private final List<Tensor> tensors = new ArrayList<>();
    private final Convolution convolution;
    private final BatchNorm norm;
    private final Tensor input;
    private final Tensor inputGradient;
    private final Tensor weight;
    private final Tensor weightGradient;
    private final Tensor output;
    private final Tensor outputGradient;
    private final Tensor normal;
    private final Tensor mean;
    private final Tensor variance;

    private KernelsTrial(Kernels kernels) {
        this.kernels = kernels;
        this.convolution = kernels.convolution(SHAPE);
        this.norm = kernels.batchNorm(SHAPE.output());
        this.input = tensor(SHAPE.input());
        this.inputGradient = tensor(SHAPE.input());
        this.weight = tensor(SHAPE.weight());
        this.weightGradient = tensor(SHAPE.weight());
        this.output = tensor(SHAPE.output());
        this.outputGradient = tensor(SHAPE.output());
        this.normal = tensor(SHAPE.output());
        this.mean = tensor(SHAPE.outChannels());
        this.variance = tensor(SHAPE.outChannels());
    }

    /** Seconds of the fastest of some turns, after one that counts for nothing. */
    static double seconds(Kernels kernels) {
        KernelsTrial trial = new KernelsTrial(kernels);
        trial.turn();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TURNS; i++) {
            least = Math.min(least, trial.turn());
        }
        trial.tensors.forEach(kernels::release);
        return least;
    }

    private Tensor tensor(int... shape) {
        Tensor tensor = kernels.allocate(shape);
        tensors.add(tensor);
        return tensor;
    }

    /** Reading a few numbers at the end waits for all that was asked for. */
    private double turn() {
        long begin = System.nanoTime();
        convolution.forward(input, weight, output);
        norm.forward(output, null, mean, variance, normal);
        norm.backward(output, null, mean, variance, 1, normal, outputGradient);
        convolution.backward(input, weight, outputGradient, inputGradient, weightGradient);
        variance.read(new float[SHAPE.outChannels()]);
        return (System.nanoTime() - begin) / NANOS;
    }
}
