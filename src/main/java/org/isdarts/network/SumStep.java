package org.isdarts.network;

import java.util.List;
import java.util.function.Supplier;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Summand;

/** A sum, such as a node of a cell. */
final class SumStep implements Step {
    private final Graph.Sum layer;
    private final Compilation net;
    private final Kernels kernels;
    private final Supplier<List<Term>> terms;
    private final Tensor output;

    SumStep(Compilation net, Graph.Sum layer) {
        this.layer = layer;
        this.net = net;
        kernels = net.kernels();
        terms = Multiple.terms(layer.summands().stream()
                .map(summand -> new Multiple(factor(summand), net.tensor(summand.value())))
                .toList());
        output = net.tensor(layer.output());
    }

    private Factor factor(Summand summand) {
        Factor fixed = Factor.of(layer.factor());
        return summand.slot() == null ? fixed : fixed.times(new Factor(1, List.of(net.coefficient(summand.slot()))));
    }

    @Override
    public void forward(TapListener taps) {
        if (taps != null) {
            for (Summand summand : layer.summands()) {
                if (summand.tap() != null) {
                    taps.output(summand.tap(), net.tensor(summand.value()));
                }
            }
        }
        kernels.sum(terms.get(), output);
    }

    @Override
    public void backward(Gradients gradients) {
        Multiple outputGradient = gradients.multiple(layer.output());
        for (Summand summand : layer.learned()) {
            Tensor remembered = net.tensor(summand.value());
            gradients.then(() -> addGradient(summand.slot(), remembered, outputGradient));
        }
        for (Summand summand : layer.summands()) {
            Factor share = factor(summand).times(outputGradient.factor());
            gradients.contribute(summand.value(), new Multiple(share, outputGradient.tensor()));
        }
        gradients.release(layer.output());
    }

    private void addGradient(Slot slot, Tensor summand, Multiple outputGradient) {
        if (net.pass().wanted().mixture()) {
            double product = kernels.dot(outputGradient.tensor(), summand);
            double factor = layer.factor() * outputGradient.factor().value();
            net.pass().add(slot, factor * product);
        }
    }
}
