package org.isdarts.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A compute library behind the primitives a supernet needs. An instance and everything made by it belongs to one
 * thread. Tensors given to a primitive must come from the same instance, have the shapes it was prepared for, and must
 * not overlap unless stated. What a primitive writes it overwrites.
 */
public interface Kernels extends AutoCloseable {
    /** The name on the command line and in events. */
    String name();

    /** What computes, in words for people: library, version, processor, vector width, threads. */
    String description();

    /** How images and their gradients are stored. */
    default Precision precision() {
        return Precision.FLOAT32;
    }

    /**
     * Kernels that store images in single precision, for what rounding must not touch. They share one-dimensional
     * tensors and their slices with these; images are their own. Closed with these.
     */
    default Kernels inFloat32() {
        return this;
    }

    /**
     * What a failure of these kernels means and what would be right, in one line for people; empty for a failure they
     * know nothing about.
     */
    default Optional<String> explain(Throwable failure) {
        return Optional.empty();
    }

    /** A tensor of zeros. */
    Tensor allocate(int... shape);

    /** Gives a tensor's memory back; neither it nor its slices may be used afterwards. */
    void release(Tensor tensor);

    /**
     * A tensor that shares the memory of a part of {@code vector}.
     *
     * @param vector a tensor of one dimension
     * @param offset the place in it where the part begins
     */
    Tensor slice(Tensor vector, int offset, int... shape);

    /** Prepares a convolution. */
    Convolution convolution(ConvolutionShape shape);

    /** Prepares a batch norm for {@code [N,C,H,W]}. */
    BatchNorm batchNorm(int... shape);

    /** Prepares a pooling. */
    Pooling pooling(PoolingShape shape);

    /**
     * Prepares primitives to run as one.
     *
     * @param primitives the same ones on the same tensors whenever they run; they read and write no numbers from outside
     * @param kept images they write that are read afterwards; of others it is open what they hold then
     */
    default Compiled compiled(Runnable primitives, Collection<Tensor> kept) {
        return primitives::run;
    }

    /** {@code target = value} everywhere. */
    void fill(Tensor target, double value);

    /**
     * {@code target = sum of factor x tensor}, all of equal shapes. The target may be one of the terms; without any
     * term it becomes zero.
     */
    void sum(List<Term> terms, Tensor target);

    /** A summand. */
    record Term(double factor, Tensor tensor) {}

    /** {@code output = max(input, 0)}. */
    void relu(Tensor input, Tensor output);

    /** {@code inputGradient = outputGradient where output > 0, else 0}; both gradients may be one tensor. */
    void reluBackward(Tensor output, Tensor outputGradient, Tensor inputGradient);

    /**
     * Copies channels: {@code target[:, to:to+count] = source[:, from:from+count]}, both {@code [N,*,H,W]}; the other
     * channels stay as they are.
     */
    void copyChannels(Tensor source, int from, Tensor target, int to, int count);

    /** Every second pixel: {@code output[n,c,i,j] = input[n,c,2i+offset,2j+offset]}, zero outside. */
    void subsample(Tensor input, int offset, Tensor output);

    /** The gradient of {@link #subsample}: {@code outputGradient} at the pixels that were taken, else 0. */
    void subsampleBackward(Tensor outputGradient, int offset, Tensor inputGradient);

    /**
     * Takes images apart into their four phases, the pixels of every second row and column:
     * {@code phases[(2a+b)N+n,c,i,j] = images[n,c,2i+a,2j+b]} for a and b of 0 and 1.
     *
     * @param images {@code [N,C,H,W]}, H and W even
     * @param phases {@code [4N,C,H/2,W/2]}
     */
    void split(Tensor images, Tensor phases);

    /** Puts images together again that {@link #split} has taken apart. */
    void join(Tensor phases, Tensor images);

    /** Mean over the pixels: {@code [N,C,H,W]} to {@code [N,C]}. */
    void globalAverage(Tensor input, Tensor output);

    /** The gradient of {@link #globalAverage}; overwrites {@code inputGradient}. */
    void globalAverageBackward(Tensor outputGradient, Tensor inputGradient);

    /** How far the channels of images {@code [N,C,H,W]} lie apart, image by image. */
    default ChannelSpread channelSpread(Tensor images) {
        return ChannelSpread.of(images);
    }

    /** {@code output[n,o] = sum over c of weight[o,c] input[n,c] + bias[o]}. */
    void linear(Tensor input, Tensor weight, Tensor bias, Tensor output);

    /** The gradients of {@link #linear}; overwrites all three. */
    void linearBackward(
            Tensor input,
            Tensor weight,
            Tensor outputGradient,
            Tensor inputGradient,
            Tensor weightGradient,
            Tensor biasGradient);

    /**
     * The gradient of the mean cross entropy: {@code gradient = (softmax(logits) - one-hot(labels)) / N}, computed in
     * double precision.
     *
     * @param logits {@code [N,classes]}
     * @param labels {@code [N]}, classes from 0
     */
    default void crossEntropyBackward(Tensor logits, Tensor labels, Tensor gradient) {
        gradient.write(new SoftmaxGradient(logits, labels).numbers());
    }

    /** The dot product of two tensors of equal shape, summed in double precision. */
    double dot(Tensor left, Tensor right);

    /** Sum of all squares, summed in double precision. */
    double sumOfSquares(Tensor vector);

    /**
     * Scales every image on its own: {@code output[n,c,i,j] = factors[n] input[n,c,i,j]}; input and output may be one
     * tensor.
     *
     * @param factors {@code [N]}
     */
    void scaleImages(Tensor input, Tensor factors, Tensor output);

    /**
     * One step of stochastic gradient descent with momentum: {@code g = gradientFactor gradient + weightDecay value;
     * velocity = momentum velocity + g; value = value - rate (gradientShare g + velocityShare velocity)}. All vectors have
     * one dimension and equal length.
     */
    void descend(Tensor value, Tensor gradient, Tensor velocity, MomentumStep step);

    /**
     * The numbers of a descent step.
     *
     * @param gradientFactor what the gradient is multiplied by, below 1 where it is clipped
     * @param weightDecay share of the value added to its gradient
     * @param momentum share of the velocity that is kept
     * @param rate learning rate
     * @param gradientShare how much of the newest gradient the value follows besides its velocity
     * @param velocityShare how much of its velocity the value follows
     */
    record MomentumStep(
            double gradientFactor,
            double weightDecay,
            double momentum,
            double rate,
            double gradientShare,
            double velocityShare) {
        /** A step with the momentum of Polyak (1964), as PyTorch defines it: the value follows its velocity. */
        public static MomentumStep polyak(double gradientFactor, double weightDecay, double momentum, double rate) {
            return new MomentumStep(gradientFactor, weightDecay, momentum, rate, 0, 1);
        }

        /** A step with Nesterov's momentum (Sutskever et al. 2013), as PyTorch defines it. */
        public static MomentumStep nesterov(double gradientFactor, double weightDecay, double momentum, double rate) {
            return new MomentumStep(gradientFactor, weightDecay, momentum, rate, 1, momentum);
        }
    }

    @Override
    void close();
}
