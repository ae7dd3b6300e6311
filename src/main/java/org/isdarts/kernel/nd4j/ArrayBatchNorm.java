package org.isdarts.kernel.nd4j;

import static org.isdarts.kernel.nd4j.ArrayTensor.array;

import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastSubOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Batch norm in reductions over, and broadcasts along, the channels. Reductions are in double precision, because Fisher
 * divides by the third power of a variance.
 */
final class ArrayBatchNorm implements BatchNorm {
    private static final int CHANNELS = 1;
    private static final int[] ALL_BUT_CHANNELS = {0, 2, 3};

    private final ArrayKernels kernels;
    private final int[] shape;

    ArrayBatchNorm(ArrayKernels kernels, int[] shape) {
        this.kernels = kernels;
        this.shape = shape.clone();
    }

    @Override
    public void forward(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        try (INDArray precise = array(input).castTo(DataType.DOUBLE)) {
            array(mean).assign(precise.mean(ALL_BUT_CHANNELS));
            array(variance).assign(precise.var(false, ALL_BUT_CHANNELS));
        }
        evaluate(input, affine, mean, variance, output);
    }

    @Override
    public void evaluate(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        INDArray y = array(output);
        subtract(array(input), array(mean), y);
        multiply(y, gain(affine, variance), y);
        if (affine != null) {
            add(y, array(affine.beta()), y);
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
        double count = (double) shape[0] * shape[2] * shape[3];
        INDArray dy = array(outputGradient);
        INDArray dx = array(inputGradient);
        INDArray centered = array(kernels.scratch("centered", shape));
        subtract(array(input), array(mean), centered);
        INDArray gammaGradient = sum(dx.assign(centered).muli(dy)).muli(factor).divi(deviation(variance));
        INDArray betaGradient = sum(dy).muli(factor);
        if (affine != null) {
            array(affine.gammaGradient()).assign(gammaGradient);
            array(affine.betaGradient()).assign(betaGradient);
        }
        // dx = gain (factor dy - betaGradient / count - normalized gammaGradient / count)
        INDArray gain = gain(affine, variance);
        multiply(centered, gammaGradient.divi(deviation(variance)).muli(gain).divi(-count), centered);
        multiply(dy, gain.mul(factor), dx);
        dx.addi(centered);
        add(dx, betaGradient.muli(gain).divi(-count), dx);
    }

    /** Per channel, summed in double precision. */
    private static INDArray sum(INDArray images) {
        try (INDArray precise = images.castTo(DataType.DOUBLE)) {
            return precise.sum(ALL_BUT_CHANNELS).castTo(DataType.FLOAT);
        }
    }

    private static INDArray gain(Affine affine, Tensor variance) {
        INDArray inverse = deviation(variance).rdivi(1);
        return affine == null ? inverse : inverse.muli(array(affine.gamma()));
    }

    private static INDArray deviation(Tensor variance) {
        return Transforms.sqrt(array(variance).add(EPSILON), false);
    }

    private static void subtract(INDArray images, INDArray channels, INDArray target) {
        Nd4j.getExecutioner().exec(new BroadcastSubOp(images, channels, target, CHANNELS));
    }

    private static void multiply(INDArray images, INDArray channels, INDArray target) {
        Nd4j.getExecutioner().exec(new BroadcastMulOp(images, channels, target, CHANNELS));
    }

    private static void add(INDArray images, INDArray channels, INDArray target) {
        Nd4j.getExecutioner().exec(new BroadcastAddOp(images, channels, target, CHANNELS));
    }
}
