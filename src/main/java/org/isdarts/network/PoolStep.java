package org.isdarts.network;

import java.util.List;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Value;

/** A pooling. */
final class PoolStep implements Step {
    private final Graph.Pool layer;
    private final Pooling pooling;
    private final Tensor input;
    private final Tensor output;

    PoolStep(Compilation net, Graph.Pool layer) {
        this.layer = layer;
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
