package org.isdarts.kernel.cuda;

import static org.isdarts.kernel.cuda.CudaTensor.address;

import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;

/** A convolution over all channels, or of every channel on its own. */
abstract class CudaConvolution implements Convolution {
    final Cuda cuda;
    final Images input;
    final Images output;
    final Chunks chunks;
    final int[] shape;
    private final PlainWeights weights;
    private final PlainWeights gradients;
    private final int weightSize;

    CudaConvolution(Cuda cuda, Precision precision, ConvolutionShape shape) {
        this.cuda = cuda;
        this.input = Images.of(precision, shape.input());
        this.output = Images.of(precision, shape.output());
        this.chunks = Chunks.of(output.pixels());
        this.weights = new PlainWeights(cuda, shape.weight());
        this.gradients = new PlainWeights(cuda, shape.weight());
        int[] weight = shape.weight();
        this.weightSize = weight[0] * weight[1] * weight[2] * weight[3];
        this.shape = new int[] {
            shape.images(),
            shape.inChannels(),
            input.pitch(),
            shape.height(),
            shape.width(),
            shape.outChannels(),
            output.pitch(),
            shape.outHeight(),
            shape.outWidth(),
            shape.kernel(),
            shape.stride(),
            shape.padding(),
            shape.dilation()
        };
    }

    static Convolution of(Cuda cuda, Precision precision, ConvolutionShape shape) {
        return shape.depthwise() ? new CudaDepthwise(cuda, precision, shape) : new CudaDense(cuda, precision, shape);
    }

    /** Overwrites the output. */
    abstract void launchForward(long from, long weight, long into);

    /** Overwrites the input's gradient. */
    abstract void launchInputGradient(long outputGradient, long weight, long inputGradient);

    /** Overwrites the weights' gradients of all chunks. */
    abstract void launchWeightGradient(long from, long outputGradient, long parts);

    @Override
    public void forward(Tensor from, Tensor weight, Tensor into) {
        launchForward(address(from), weights.read(weight), address(into));
    }

    @Override
    public void backward(
            Tensor from, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        if (inputGradient != null) {
            launchInputGradient(address(outputGradient), weights.read(weight), address(inputGradient));
        }
        if (weightGradient != null) {
            backwardWeights(from, outputGradient, weightGradient);
        }
    }

    private void backwardWeights(Tensor from, Tensor outputGradient, Tensor weightGradient) {
        long parts = cuda.pool().workspace((long) chunks.count() * weightSize * Float.BYTES);
        launchWeightGradient(address(from), address(outputGradient), parts);
        cuda.launch(
                "addWeightGradients",
                Grid.of(weightSize),
                parts,
                chunks.count(),
                gradients.written(weightGradient),
                weightSize);
        gradients.finish(weightGradient);
    }
}
