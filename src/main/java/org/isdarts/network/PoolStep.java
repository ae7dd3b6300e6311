package org.isdarts.network;

import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;

/** A pooling. */
final class PoolStep implements Step {
    private final Graph.Pool layer;
    private final Pooling pooling;
    private final Compilation net;
    private final Tensor input;
    private final Tensor output;

    PoolStep(Compilation net, Graph.Pool layer) {
        this.layer = layer;
        this.net = net;
        input = net.tensor(layer.input());
        output = net.tensor(layer.output());
        int[] shape = input.shape();
        pooling = net.kernels()
                .pooling(new PoolingShape(
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

    @Override
    public void backward(Gradients gradients) {
        Tensor outputGradient = gradients.tensor(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.release(layer.output());
        Tensor remembered = net.tensor(layer.input());
        gradients.then(() -> pooling.backward(remembered, outputGradient, inputGradient));
    }
}
