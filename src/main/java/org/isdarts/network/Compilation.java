package org.isdarts.network;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Value;

/**
 * What the steps of a plan are prepared with.
 *
 * @param workshop kernels, parameters, tensors and the pass under way
 * @param data gives the tensor of a value
 * @param training whether affine norms use and remember the batch's statistics
 * @param pathFactors takes the factors of the images of every path that can be dropped, {@code [N]} each, in the order of
 *     the layers
 */
record Compilation(Workshop workshop, Function<Value, Tensor> data, boolean training, List<Tensor> pathFactors) {
    Kernels kernels() {
        return workshop.kernels();
    }

    Parameters parameters() {
        return workshop.parameters();
    }

    Tensors tensors() {
        return workshop.tensors();
    }

    Pass pass() {
        return workshop.pass();
    }

    Tensor tensor(Value value) {
        return data.apply(value);
    }

    DoubleSupplier coefficient(Slot slot) {
        return pass().coefficient(slot);
    }

    /** Prepares one layer. */
    Step step(Graph.Layer layer) {
        if (layer instanceof Graph.Convolve convolve) {
            return new ConvolutionStep(this, convolve);
        } else if (layer instanceof Graph.Normalize norm) {
            return norm.gain() == null ? new NormStep(this, norm) : new GainedNormStep(this, norm);
        } else if (layer instanceof Graph.NormalizeAffine norm) {
            return training ? new AffineNormStep(this, norm) : new EvaluatedNormStep(this, norm);
        } else if (layer instanceof Graph.Sum sum) {
            return new SumStep(this, sum);
        } else if (layer instanceof Graph.Relu relu) {
            return new ReluStep(this, relu);
        } else if (layer instanceof Graph.Pool pool) {
            return new PoolStep(this, pool);
        } else if (layer instanceof Graph.Subsample subsample) {
            return new SubsampleStep(this, subsample);
        } else if (layer instanceof Graph.Split split) {
            return new SplitStep(this, split);
        } else if (layer instanceof Graph.Join join) {
            return new JoinStep(this, join);
        } else if (layer instanceof Graph.DropPath path) {
            return new DropPathStep(this, path);
        } else if (layer instanceof Graph.MoveChannels moved) {
            return new MoveChannelsStep(this, moved);
        } else if (layer instanceof Graph.DropValues dropped) {
            return training ? new DropoutStep(this, dropped) : new SumStep(this, unchanged(dropped));
        } else if (layer instanceof Graph.Concatenate concatenate) {
            return new ConcatenationStep(this, concatenate);
        } else if (layer instanceof Graph.Classify classify) {
            return new ClassifierStep(this, classify);
        }
        throw new IllegalArgumentException("no step computes " + layer);
    }

    private static Graph.Sum unchanged(Graph.DropValues dropped) {
        return new Graph.Sum(List.of(new Graph.Summand(dropped.input())), 1, dropped.output());
    }
}
