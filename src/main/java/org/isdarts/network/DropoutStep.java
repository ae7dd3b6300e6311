package org.isdarts.network;

import java.util.List;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.Tensor;

/** Drops single values of images in training, as the {@link Dropout} of the pass says. */
final class DropoutStep implements Step {
    private final Kernels kernels;
    private final Graph.DropValues layer;
    private final Pass pass;
    private final Tensor input;
    private final Tensor kept;
    private final Tensor output;

    DropoutStep(Compilation net, Graph.DropValues layer) {
        kernels = net.kernels();
        this.layer = layer;
        pass = net.pass();
        input = net.tensor(layer.input());
        kept = net.tensors().take(input.shape());
        output = net.tensor(layer.output());
    }

    @Override
    public void forward(TapListener taps) {
        Dropout dropout = pass.skipDropout();
        kept.write(dropout.kept(layer.output().id(), kept.size()));
        // The rule that takes a gradient back through a ReLU keeps values where another tensor is above 0.
        kernels.reluBackward(kept, input, output);
        kernels.sum(List.of(new Term(dropout.scale(), output)), output);
    }

    @Override
    public void backward(Gradients gradients) {
        Multiple outputGradient = gradients.multiple(layer.output());
        Factor scaled = outputGradient.factor().times(new Factor(1, List.of(() -> pass.skipDropout()
                .scale())));
        gradients.release(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input(), scaled);
        gradients.then(() -> kernels.reluBackward(kept, outputGradient.tensor(), inputGradient));
    }
}
