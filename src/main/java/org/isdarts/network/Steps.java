package org.isdarts.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Layer;
import org.isdarts.network.Graph.Summand;
import org.isdarts.network.Graph.Value;

/** Prepares layers: the forward and the backward pass of each kind, written against the kernel port. */
final class Steps {
    /** Share of the newest batch in running statistics (PyTorch's default). */
    private static final double RUNNING_SHARE = 0.1;

    private final Kernels kernels;
    private final Parameters parameters;
    private final Tensors tensors;
    private final Function<Value, Tensor> data;
    private final boolean training;
    private final List<Tensor> pathFactors = new ArrayList<>();

    /**
     * @param tensors where steps take tensors of their own from
     * @param data gives the tensor of a value
     * @param training whether affine norms use and remember the batch's statistics
     */
    Steps(Kernels kernels, Parameters parameters, Tensors tensors, Function<Value, Tensor> data, boolean training) {
        this.kernels = kernels;
        this.parameters = parameters;
        this.tensors = tensors;
        this.data = data;
        this.training = training;
    }

    /** The factors of the images of every path that can be dropped, {@code [N]} each, in the order of the layers. */
    List<Tensor> pathFactors() {
        return pathFactors;
    }

    /** Prepares one layer. */
    Step step(Layer layer) {
        if (layer instanceof Graph.Convolve convolve) {
            return new Convolved(convolve);
        } else if (layer instanceof Graph.Normalize norm) {
            return new Normalized(norm);
        } else if (layer instanceof Graph.NormalizeAffine norm) {
            return training ? new AffineNormalized(norm) : new Evaluated(norm);
        } else if (layer instanceof Graph.Sum sum) {
            return new Summed(sum);
        } else if (layer instanceof Graph.Relu rectify) {
            return new Rectified(rectify);
        } else if (layer instanceof Graph.Pool pool) {
            return new Pooled(pool);
        } else if (layer instanceof Graph.Subsample subsample) {
            return new Subsampled(subsample);
        } else if (layer instanceof Graph.Split split) {
            return new SplitApart(split);
        } else if (layer instanceof Graph.Join join) {
            return new Joined(join);
        } else if (layer instanceof Graph.DropPath path) {
            return new PathDropped(path);
        } else if (layer instanceof Graph.Concatenate concatenate) {
            return new Concatenated(concatenate);
        } else if (layer instanceof Graph.Classify classify) {
            return new Classified(classify);
        }
        throw new IllegalArgumentException("no step computes " + layer);
    }

    private final class Convolved implements Step {
        private final Graph.Convolve layer;
        private final Convolution convolution;
        private final Tensor input;
        private final Tensor weight;
        private final Tensor weightGradient;
        private final Tensor output;

        Convolved(Graph.Convolve layer) {
            this.layer = layer;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
            weight = parameters.value(layer.name() + ".weight");
            weightGradient = parameters.gradient(layer.name() + ".weight");
            int[] from = input.shape();
            convolution = kernels.convolution(new ConvolutionShape(
                    from[0],
                    from[1],
                    from[2],
                    from[3],
                    layer.output().channels(),
                    layer.kernel(),
                    layer.stride(),
                    layer.padding(),
                    layer.dilation(),
                    layer.depthwise()));
        }

        @Override
        public void forward(TapListener taps) {
            convolution.forward(input, weight, output);
        }

        @Override
        public List<Value> remembered() {
            return List.of(layer.input());
        }

        @Override
        public void backward(Gradients gradients) {
            Tensor outputGradient = gradients.tensor(layer.output());
            Tensor inputGradient = gradients.isUnwanted(layer.input()) ? null : gradients.contribute(layer.input());
            gradients.release(layer.output());
            gradients.then(() -> convolution.backward(input, weight, outputGradient, inputGradient, weightGradient));
        }
    }

    private final class Normalized implements Step {
        private final Graph.Normalize layer;
        private final BatchNorm norm;
        private final Tensor input;
        private final Tensor mean;
        private final Tensor variance;
        private final Tensor output;

        Normalized(Graph.Normalize layer) {
            this.layer = layer;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
            norm = kernels.batchNorm(input.shape());
            mean = tensors.take(layer.input().channels());
            variance = tensors.take(layer.input().channels());
        }

        @Override
        public void forward(TapListener taps) {
            norm.forward(input, null, mean, variance, output);
        }

        @Override
        public List<Value> remembered() {
            return List.of(layer.input());
        }

        @Override
        public void backward(Gradients gradients) {
            Term outputGradient = gradients.multiple(layer.output());
            Tensor inputGradient = gradients.contribute(layer.input());
            gradients.release(layer.output());
            gradients.then(() -> norm.backward(
                    input, null, mean, variance, outputGradient.factor(), outputGradient.tensor(), inputGradient));
        }
    }

    private final class AffineNormalized implements Step {
        private final Graph.NormalizeAffine layer;
        private final BatchNorm norm;
        private final BatchNorm.Affine affine;
        private final Tensor input;
        private final Tensor mean;
        private final Tensor variance;
        private final Tensor runningMean;
        private final Tensor runningVariance;
        private final Tensor output;

        AffineNormalized(Graph.NormalizeAffine layer) {
            this.layer = layer;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
            norm = kernels.batchNorm(input.shape());
            affine = parameters.affine(layer.name());
            mean = tensors.take(layer.input().channels());
            variance = tensors.take(layer.input().channels());
            runningMean = parameters.running(layer.name() + ".mean");
            runningVariance = parameters.running(layer.name() + ".variance");
        }

        @Override
        public void forward(TapListener taps) {
            norm.forward(input, affine, mean, variance, output);
            double samples = (double) input.size() / layer.input().channels();
            remember(mean, 1, runningMean);
            remember(variance, samples / (samples - 1), runningVariance);
        }

        private void remember(Tensor newest, double correction, Tensor running) {
            kernels.sum(
                    List.of(new Term(1 - RUNNING_SHARE, running), new Term(RUNNING_SHARE * correction, newest)),
                    running);
        }

        @Override
        public List<Value> remembered() {
            return List.of(layer.input());
        }

        @Override
        public void backward(Gradients gradients) {
            Term outputGradient = gradients.multiple(layer.output());
            Tensor inputGradient = gradients.contribute(layer.input());
            gradients.release(layer.output());
            gradients.then(() -> norm.backward(
                    input, affine, mean, variance, outputGradient.factor(), outputGradient.tensor(), inputGradient));
        }
    }

    /** An affine norm in an evaluated net, which never runs backward. */
    private final class Evaluated implements Step {
        private final BatchNorm norm;
        private final BatchNorm.Affine affine;
        private final Tensor input;
        private final Tensor mean;
        private final Tensor variance;
        private final Tensor output;

        Evaluated(Graph.NormalizeAffine layer) {
            input = data.apply(layer.input());
            output = data.apply(layer.output());
            norm = kernels.batchNorm(input.shape());
            affine = parameters.affine(layer.name());
            mean = parameters.running(layer.name() + ".mean");
            variance = parameters.running(layer.name() + ".variance");
        }

        @Override
        public void forward(TapListener taps) {
            norm.evaluate(input, affine, mean, variance, output);
        }

        @Override
        public List<Value> remembered() {
            return List.of();
        }

        @Override
        public void backward(Gradients gradients) {
            throw new IllegalStateException("an evaluated net has no gradients");
        }
    }

    private final class Summed implements Step {
        private final Graph.Sum layer;
        private final List<Term> terms;
        private final Tensor output;

        Summed(Graph.Sum layer) {
            this.layer = layer;
            terms = layer.summands().stream()
                    .map(summand -> new Term(layer.factor(), data.apply(summand.value())))
                    .toList();
            output = data.apply(layer.output());
        }

        @Override
        public void forward(TapListener taps) {
            if (taps != null) {
                for (Summand summand : layer.summands()) {
                    if (summand.tap() != null) {
                        taps.output(summand.tap(), data.apply(summand.value()));
                    }
                }
            }
            kernels.sum(terms, output);
        }

        @Override
        public List<Value> remembered() {
            return List.of();
        }

        @Override
        public void backward(Gradients gradients) {
            Term outputGradient = gradients.multiple(layer.output());
            Term share = new Term(layer.factor() * outputGradient.factor(), outputGradient.tensor());
            layer.inputs().forEach(value -> gradients.contribute(value, share));
            gradients.release(layer.output());
        }
    }

    private final class Rectified implements Step {
        private final Graph.Relu layer;
        private final Tensor input;
        private final Tensor output;

        Rectified(Graph.Relu layer) {
            this.layer = layer;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
        }

        @Override
        public void forward(TapListener taps) {
            kernels.relu(input, output);
        }

        @Override
        public List<Value> remembered() {
            return List.of(layer.output());
        }

        @Override
        public void backward(Gradients gradients) {
            Tensor outputGradient = gradients.tensor(layer.output());
            // Released first, so that the gradient is rectified in place where nobody else reads it.
            gradients.release(layer.output());
            Tensor inputGradient = gradients.contribute(layer.input());
            gradients.then(() -> kernels.reluBackward(output, outputGradient, inputGradient));
        }
    }

    private final class PathDropped implements Step {
        private final Graph.DropPath layer;
        private final Tensor input;
        private final Tensor factors;
        private final Tensor output;

        PathDropped(Graph.DropPath layer) {
            this.layer = layer;
            input = data.apply(layer.input());
            factors = tensors.take(input.shape()[0]);
            output = data.apply(layer.output());
            pathFactors.add(factors);
        }

        @Override
        public void forward(TapListener taps) {
            kernels.scaleImages(input, factors, output);
        }

        @Override
        public List<Value> remembered() {
            return List.of();
        }

        @Override
        public void backward(Gradients gradients) {
            Tensor outputGradient = gradients.tensor(layer.output());
            // Released first, so that the gradient is scaled in place where nobody else reads it.
            gradients.release(layer.output());
            Tensor inputGradient = gradients.contribute(layer.input());
            gradients.then(() -> kernels.scaleImages(outputGradient, factors, inputGradient));
        }
    }

    private final class Pooled implements Step {
        private final Graph.Pool layer;
        private final Pooling pooling;
        private final Tensor input;
        private final Tensor output;

        Pooled(Graph.Pool layer) {
            this.layer = layer;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
            int[] shape = input.shape();
            pooling = kernels.pooling(new PoolingShape(
                    layer.kind(),
                    shape[0],
                    shape[1],
                    shape[2],
                    shape[3],
                    layer.kernel(),
                    layer.stride(),
                    layer.padding()));
        }

        @Override
        public void forward(TapListener taps) {
            pooling.forward(input, output);
        }

        /** An average's gradient is the same for every input. */
        @Override
        public List<Value> remembered() {
            return layer.kind() == PoolingShape.Kind.MAXIMUM ? List.of(layer.input()) : List.of();
        }

        @Override
        public void backward(Gradients gradients) {
            Tensor outputGradient = gradients.tensor(layer.output());
            Tensor inputGradient = gradients.contribute(layer.input());
            gradients.release(layer.output());
            gradients.then(() -> pooling.backward(input, outputGradient, inputGradient));
        }
    }

    private final class Subsampled implements Step {
        private final Graph.Subsample layer;
        private final Tensor input;
        private final Tensor output;

        Subsampled(Graph.Subsample layer) {
            this.layer = layer;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
        }

        @Override
        public void forward(TapListener taps) {
            kernels.subsample(input, layer.offset(), output);
        }

        @Override
        public List<Value> remembered() {
            return List.of();
        }

        @Override
        public void backward(Gradients gradients) {
            Tensor outputGradient = gradients.tensor(layer.output());
            Tensor inputGradient = gradients.contribute(layer.input());
            gradients.release(layer.output());
            gradients.then(() -> kernels.subsampleBackward(outputGradient, layer.offset(), inputGradient));
        }
    }

    private final class SplitApart implements Step {
        private final Graph.Split layer;
        private final Tensor images;
        private final Tensor phases;

        SplitApart(Graph.Split layer) {
            this.layer = layer;
            images = data.apply(layer.input());
            phases = data.apply(layer.output());
        }

        @Override
        public void forward(TapListener taps) {
            kernels.split(images, phases);
        }

        @Override
        public List<Value> remembered() {
            return List.of();
        }

        @Override
        public void backward(Gradients gradients) {
            Tensor phasesGradient = gradients.tensor(layer.output());
            Tensor imagesGradient = gradients.contribute(layer.input());
            gradients.release(layer.output());
            gradients.then(() -> kernels.join(phasesGradient, imagesGradient));
        }
    }

    private final class Joined implements Step {
        private final Graph.Join layer;
        private final Tensor phases;
        private final Tensor images;

        Joined(Graph.Join layer) {
            this.layer = layer;
            phases = data.apply(layer.input());
            images = data.apply(layer.output());
        }

        @Override
        public void forward(TapListener taps) {
            kernels.join(phases, images);
        }

        @Override
        public List<Value> remembered() {
            return List.of();
        }

        @Override
        public void backward(Gradients gradients) {
            Term imagesGradient = gradients.multiple(layer.output());
            Tensor phasesGradient = gradients.contribute(layer.input(), imagesGradient.factor());
            gradients.release(layer.output());
            gradients.then(() -> kernels.split(imagesGradient.tensor(), phasesGradient));
        }
    }

    private final class Concatenated implements Step {
        private final Graph.Concatenate layer;
        private final List<Tensor> inputs;
        private final Tensor output;

        Concatenated(Graph.Concatenate layer) {
            this.layer = layer;
            inputs = layer.inputs().stream().map(data).toList();
            output = data.apply(layer.output());
        }

        @Override
        public void forward(TapListener taps) {
            int channel = 0;
            for (Tensor part : inputs) {
                int channels = part.shape()[1];
                kernels.copyChannels(part, 0, output, channel, channels);
                channel += channels;
            }
        }

        @Override
        public List<Value> remembered() {
            return List.of();
        }

        @Override
        public void backward(Gradients gradients) {
            Tensor outputGradient = gradients.tensor(layer.output());
            List<Tensor> inputGradients = new ArrayList<>();
            layer.inputs().forEach(part -> inputGradients.add(gradients.contribute(part)));
            gradients.release(layer.output());
            gradients.then(() -> {
                int channel = 0;
                for (Tensor part : inputGradients) {
                    int channels = part.shape()[1];
                    kernels.copyChannels(outputGradient, channel, part, 0, channels);
                    channel += channels;
                }
            });
        }
    }

    private final class Classified implements Step {
        private final Graph.Classify layer;
        private final Tensor input;
        private final Tensor features;
        private final Tensor featuresGradient;
        private final Tensor weight;
        private final Tensor bias;
        private final Tensor output;

        Classified(Graph.Classify layer) {
            this.layer = layer;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
            features = tensors.take(input.shape()[0], input.shape()[1]);
            featuresGradient = tensors.take(input.shape()[0], input.shape()[1]);
            weight = parameters.value(layer.name() + ".weight");
            bias = parameters.value(layer.name() + ".bias");
        }

        @Override
        public void forward(TapListener taps) {
            kernels.globalAverage(input, features);
            kernels.linear(features, weight, bias, output);
        }

        @Override
        public List<Value> remembered() {
            return List.of();
        }

        @Override
        public void backward(Gradients gradients) {
            Tensor outputGradient = gradients.tensor(layer.output());
            Tensor inputGradient = gradients.contribute(layer.input());
            gradients.release(layer.output());
            Tensor weightGradient = parameters.gradient(layer.name() + ".weight");
            Tensor biasGradient = parameters.gradient(layer.name() + ".bias");
            gradients.then(() -> {
                kernels.linearBackward(
                        features, weight, outputGradient, featuresGradient, weightGradient, biasGradient);
                kernels.globalAverageBackward(featuresGradient, inputGradient);
            });
        }
    }
}
