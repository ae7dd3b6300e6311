package org.isdarts.network;

import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Tensor;

/**
 * Moves channels by a 1x1 convolution whose weights are 1 where a channel goes and else 0. All kernels have that, exactly and
 * fast in whatever layout they store channels, which copies of single channels are not.
 */
final class MoveChannelsStep implements Step {
    private final Graph.MoveChannels layer;
    private final Convolution convolution;
    private final Tensor input;
    private final Tensor numbers;
    private final Tensor weight;
    private final Tensor output;

    MoveChannelsStep(Compilation net, Graph.MoveChannels layer) {
        this.layer = layer;
        input = net.tensor(layer.input());
        ConvolutionShape shape =
                ConvolutionShape.dense(input.shape(), layer.output().channels(), 1, 1);
        convolution = net.kernels().convolution(shape);
        numbers = net.tensors().take(layer.input().channels() * layer.output().channels());
        weight = net.kernels().slice(numbers, 0, shape.weight());
        output = net.tensor(layer.output());
    }

    /** The weights' tensor serves other plans between two passes, so they are written anew. */
    @Override
    public void forward(TapListener taps) {
        float[] moves = new float[numbers.size()];
        for (int channel = 0; channel < layer.output().channels(); channel++) {
            if (layer.source(channel) >= 0) {
                moves[channel * layer.input().channels() + layer.source(channel)] = 1;
            }
        }
        numbers.write(moves);
        convolution.forward(input, weight, output);
    }

    @Override
    public void backward(Gradients gradients) {
        Tensor outputGradient = gradients.tensor(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.release(layer.output());
        gradients.then(() -> convolution.backward(input, weight, outputGradient, inputGradient, null));
    }
}
