package org.isdarts.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Layer;
import org.isdarts.network.Graph.Value;

/** Prepares layers: the forward and the backward pass of each kind, written against the kernel port. */
final class Steps {
    /** Share of the newest batch in running statistics (PyTorch's default). */
    private static final double RUNNING_SHARE = 0.1;

    private final Kernels kernels;
    private final Parameters parameters;
    private final Function<Value, Tensor> data;
    private final Map<String, Tensor> scratch = new HashMap<>();

    /**
     * @param data gives the tensor of a value
     */
    Steps(Kernels kernels, Parameters parameters, Function<Value, Tensor> data) {
        this.kernels = kernels;
        this.parameters = parameters;
        this.data = data;
    }

    /**
     * Prepares one layer.
     *
     * @param accumulate whether an earlier layer writes the same output, so that this one adds to it
     */
    Step step(Layer layer, boolean accumulate) {
        if (layer instanceof Graph.Convolve convolve) {
            return accumulate ? new AddedConvolution(convolve) : new Convolved(convolve);
        } else if (layer instanceof Graph.Normalise norm) {
            return new Normalised(norm, accumulate);
        } else if (layer instanceof Graph.NormaliseAffine norm) {
            return new AffineNormalised(norm, accumulate);
        } else if (layer instanceof Graph.Add add) {
            return new Added(add, accumulate);
        } else if (layer instanceof Graph.Rectify rectify) {
            return new Rectified(rectify);
        } else if (layer instanceof Graph.Pool pool) {
            return new Pooled(pool);
        } else if (layer instanceof Graph.Subsample subsample) {
            return new Subsampled(subsample);
        } else if (layer instanceof Graph.Concatenate concatenate) {
            return new Concatenated(concatenate);
        } else if (layer instanceof Graph.Classify classify) {
            return new Classified(classify);
        }
        throw new IllegalArgumentException("no step computes " + layer);
    }

    /** A tensor for a result that is used up before the next step runs. */
    private Tensor scratch(int[] shape) {
        return scratch.computeIfAbsent(Arrays.toString(shape), missing -> kernels.allocate(shape));
    }

    private class Convolved implements Step {
        private final Graph.Convolve layer;
        private final Convolution convolution;
        private final Tensor input;
        private final Tensor weight;
        private final Tensor weightGradient;
        private final Tensor output;

        Convolved(Graph.Convolve layer) {
            this(layer, data.apply(layer.output()));
        }

        Convolved(Graph.Convolve layer, Tensor output) {
            this.layer = layer;
            this.output = output;
            input = data.apply(layer.input());
            weight = parameters.value(layer.name() + ".weight");
            weightGradient = parameters.gradient(layer.name() + ".weight");
            convolution = kernels.convolution(
                    layer.depthwise()
                            ? ConvolutionShape.depthwise(
                                    input.shape(), layer.kernel(), layer.stride(), layer.dilation())
                            : ConvolutionShape.dense(
                                    input.shape(), layer.output().channels(), layer.kernel(), layer.stride()));
        }

        @Override
        public void forward(boolean training, TapListener taps) {
            convolution.forward(input, weight, output);
        }

        @Override
        public Runnable backward(Plan.Gradients gradients) {
            Tensor outputGradient = gradients.of(layer.output());
            if (gradients.isUnwanted(layer.input())) {
                return () -> convolution.backward(input, weight, outputGradient, null, false, weightGradient);
            }
            Target target = Target.of(gradients, layer.input());
            return () -> convolution.backward(
                    input, weight, outputGradient, target.tensor(), target.accumulate(), weightGradient);
        }
    }

    /** A convolution whose result is added to what is there. */
    private final class AddedConvolution extends Convolved {
        private final Tensor own;
        private final Tensor sum;

        AddedConvolution(Graph.Convolve layer) {
            this(layer, data.apply(layer.output()));
        }

        private AddedConvolution(Graph.Convolve layer, Tensor sum) {
            super(layer, scratch(sum.shape()));
            this.own = scratch(sum.shape());
            this.sum = sum;
        }

        @Override
        public void forward(boolean training, TapListener taps) {
            super.forward(training, taps);
            kernels.addScaled(own, 1, sum, true);
        }
    }

    private final class Normalised implements Step {
        private final Graph.Normalise layer;
        private final BatchNorm norm;
        private final Tensor input;
        private final Tensor mean;
        private final Tensor variance;
        private final Tensor output;
        private final boolean accumulate;

        Normalised(Graph.Normalise layer, boolean accumulate) {
            this.layer = layer;
            this.accumulate = accumulate;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
            norm = kernels.batchNorm(input.shape());
            mean = kernels.allocate(layer.input().channels());
            variance = kernels.allocate(layer.input().channels());
        }

        @Override
        public void forward(boolean training, TapListener taps) {
            norm.statistics(input, mean, variance);
            if (taps == null || layer.tap() == null) {
                norm.forward(input, mean, variance, null, layer.scale(), output, accumulate);
            } else {
                Tensor own = scratch(output.shape());
                norm.forward(input, mean, variance, null, 1, own, false);
                taps.output(layer.tap(), own);
                kernels.addScaled(own, layer.scale(), output, accumulate);
            }
        }

        @Override
        public Runnable backward(Plan.Gradients gradients) {
            Tensor outputGradient = gradients.of(layer.output());
            Tensor inputGradient = gradients.of(layer.input());
            return () -> norm.backward(input, mean, variance, null, layer.scale(), outputGradient, inputGradient);
        }
    }

    private final class AffineNormalised implements Step {
        private final Graph.NormaliseAffine layer;
        private final BatchNorm norm;
        private final BatchNorm.Affine affine;
        private final Tensor input;
        private final Tensor mean;
        private final Tensor variance;
        private final Tensor runningMean;
        private final Tensor runningVariance;
        private final Tensor output;
        private final boolean accumulate;

        AffineNormalised(Graph.NormaliseAffine layer, boolean accumulate) {
            this.layer = layer;
            this.accumulate = accumulate;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
            norm = kernels.batchNorm(input.shape());
            affine = parameters.affine(layer.name());
            mean = kernels.allocate(layer.input().channels());
            variance = kernels.allocate(layer.input().channels());
            runningMean = parameters.running(layer.name() + ".mean");
            runningVariance = parameters.running(layer.name() + ".variance");
        }

        @Override
        public void forward(boolean training, TapListener taps) {
            if (training) {
                norm.statistics(input, mean, variance);
                norm.forward(input, mean, variance, affine, 1, output, accumulate);
                double samples = (double) input.size() / layer.input().channels();
                remember(mean, 1, runningMean);
                remember(variance, samples / (samples - 1), runningVariance);
            } else {
                norm.forward(input, runningMean, runningVariance, affine, 1, output, accumulate);
            }
        }

        private void remember(Tensor newest, double correction, Tensor running) {
            kernels.addScaled(running, 1 - RUNNING_SHARE, running, false);
            kernels.addScaled(newest, RUNNING_SHARE * correction, running, true);
        }

        @Override
        public Runnable backward(Plan.Gradients gradients) {
            Tensor outputGradient = gradients.of(layer.output());
            Tensor inputGradient = gradients.of(layer.input());
            return () -> norm.backward(input, mean, variance, affine, 1, outputGradient, inputGradient);
        }
    }

    private final class Added implements Step {
        private final Graph.Add layer;
        private final Tensor input;
        private final Tensor output;
        private final boolean accumulate;

        Added(Graph.Add layer, boolean accumulate) {
            this.layer = layer;
            this.accumulate = accumulate;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
        }

        @Override
        public void forward(boolean training, TapListener taps) {
            if (taps != null && layer.tap() != null) {
                taps.output(layer.tap(), input);
            }
            kernels.addScaled(input, layer.scale(), output, accumulate);
        }

        @Override
        public Runnable backward(Plan.Gradients gradients) {
            Tensor outputGradient = gradients.of(layer.output());
            Target target = Target.of(gradients, layer.input());
            return () -> kernels.addScaled(outputGradient, layer.scale(), target.tensor(), target.accumulate());
        }
    }

    private final class Rectified implements Step {
        private final Graph.Rectify layer;
        private final Tensor input;
        private final Tensor output;

        Rectified(Graph.Rectify layer) {
            this.layer = layer;
            input = data.apply(layer.input());
            output = data.apply(layer.output());
        }

        @Override
        public void forward(boolean training, TapListener taps) {
            kernels.relu(input, output);
        }

        @Override
        public Runnable backward(Plan.Gradients gradients) {
            Tensor outputGradient = gradients.of(layer.output());
            Target target = Target.of(gradients, layer.input());
            return () -> kernels.reluBackward(output, outputGradient, target.tensor(), target.accumulate());
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
        public void forward(boolean training, TapListener taps) {
            pooling.forward(input, output);
        }

        @Override
        public Runnable backward(Plan.Gradients gradients) {
            Tensor outputGradient = gradients.of(layer.output());
            Target target = Target.of(gradients, layer.input());
            return () -> pooling.backward(input, outputGradient, target.tensor(), target.accumulate());
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
        public void forward(boolean training, TapListener taps) {
            kernels.subsample(input, layer.offset(), output);
        }

        @Override
        public Runnable backward(Plan.Gradients gradients) {
            Tensor outputGradient = gradients.of(layer.output());
            Target target = Target.of(gradients, layer.input());
            return () -> {
                if (!target.accumulate()) {
                    kernels.fill(target.tensor(), 0);
                }
                kernels.subsampleBackward(outputGradient, layer.offset(), target.tensor());
            };
        }
    }

    private final class Concatenated implements Step {
        private final Graph.Concatenate layer;
        private final Tensor output;

        Concatenated(Graph.Concatenate layer) {
            this.layer = layer;
            output = data.apply(layer.output());
        }

        @Override
        public void forward(boolean training, TapListener taps) {
            int channel = 0;
            for (Value part : layer.inputs()) {
                kernels.copyChannels(data.apply(part), 0, output, channel, part.channels(), false);
                channel += part.channels();
            }
        }

        @Override
        public Runnable backward(Plan.Gradients gradients) {
            Tensor outputGradient = gradients.of(layer.output());
            List<Target> targets = layer.inputs().stream()
                    .map(part -> Target.of(gradients, part))
                    .toList();
            return () -> {
                int channel = 0;
                for (Target target : targets) {
                    int channels = target.tensor().shape()[1];
                    kernels.copyChannels(outputGradient, channel, target.tensor(), 0, channels, target.accumulate());
                    channel += channels;
                }
            };
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
            features = kernels.allocate(input.shape()[0], input.shape()[1]);
            featuresGradient = kernels.allocate(input.shape()[0], input.shape()[1]);
            weight = parameters.value(layer.name() + ".weight");
            bias = parameters.value(layer.name() + ".bias");
        }

        @Override
        public void forward(boolean training, TapListener taps) {
            kernels.globalAverage(input, features);
            kernels.linear(features, weight, bias, output);
        }

        @Override
        public Runnable backward(Plan.Gradients gradients) {
            Tensor outputGradient = gradients.of(layer.output());
            Tensor inputGradient = gradients.of(layer.input());
            Tensor weightGradient = parameters.gradient(layer.name() + ".weight");
            Tensor biasGradient = parameters.gradient(layer.name() + ".bias");
            return () -> {
                kernels.linearBackward(
                        features, weight, outputGradient, featuresGradient, weightGradient, biasGradient);
                kernels.globalAverageBackward(featuresGradient, inputGradient);
            };
        }
    }
}
