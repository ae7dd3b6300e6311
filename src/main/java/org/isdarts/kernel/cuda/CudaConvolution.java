package org.isdarts.kernel.cuda;

import static org.isdarts.kernel.cuda.CudaTensor.address;

import java.util.List;
import java.util.function.Function;
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

    /** Convolutions of this shape. */
    abstract void launchForward(List<Convolve> members);

    /** The gradients of inputs. */
    abstract void launchInputGradient(List<InputGradient> members);

    /** The weights' gradients of all chunks, into {@code [member,chunk,...]}. */
    abstract void launchWeightGradient(List<WeightGradient> members, long parts);

    @Override
    public void forward(Tensor from, Tensor weight, Tensor into) {
        ask(new Convolve.Work(this), new Convolve(address(from), weights.read(weight), address(into)));
    }

    @Override
    public void backward(
            Tensor from, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        OutputGradient gradient = new OutputGradient(address(outputGradient));
        if (inputGradient != null) {
            ask(
                    new InputGradient.Work(this),
                    new InputGradient(gradient, weights.read(weight), address(inputGradient)));
        }
        if (weightGradient != null) {
            ask(
                    new WeightGradient.Work(this),
                    new WeightGradient(address(from), gradient, gradients.written(weightGradient)));
            gradients.finish(weightGradient);
        }
    }

    private <M extends Group.Member<M>> void ask(Group.Work<M> work, M member) {
        cuda.ask(new Group<>(work, List.of(member)));
    }

    /** The gradients of weights. */
    final void launchWeightGradient(List<WeightGradient> members) {
        long parts = cuda.pool().workspace((long) members.size() * chunks.count() * weightSize * Float.BYTES);
        launchWeightGradient(members, parts);
        cuda.program()
                .launch(
                        "addWeightGradients",
                        Grid.of(weightSize).times(members.size()),
                        parts,
                        chunks.count(),
                        Places.of(members, WeightGradient::target),
                        weightSize);
    }

    /** What the kernels of backward passes read of every member: the output gradients' three places. */
    static <M> long[][] outputGradients(List<M> members, Function<M, OutputGradient> from) {
        return new long[][] {
            Places.of(members, member -> from.apply(member).gradient()),
            Places.of(members, member -> from.apply(member).normed()),
            Places.of(members, member -> from.apply(member).coefficients())
        };
    }
}
