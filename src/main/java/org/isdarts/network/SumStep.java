package org.isdarts.network;

import java.util.List;
import java.util.function.Supplier;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Summand;
import org.isdarts.network.Graph.Value;

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

    /** What the gradient of a coefficient is multiplied with. */
    @Override
    public List<Value> remembered() {
        return weighted().stream().map(Summand::value).toList();
    }

    private List<Summand> weighted() {
        return layer.summands().stream()
                .filter(summand -> summand.slot() != null && summand.slot().isLearned())
                .toList();
    }

    @Override
    public void backward(Gradients gradients) {
        Multiple outputGradient = gradients.multiple(layer.output());
        weighted().forEach(summand -> gradients.then(() -> addGradient(summand, outputGradient)));
        for (Summand summand : layer.summands()) {
            Factor share = factor(summand).times(outputGradient.factor());
            gradients.contribute(summand.value(), new Multiple(share, outputGradient.tensor()));
        }
        gradients.release(layer.output());
    }

    private void addGradient(Summand summand, Multiple outputGradient) {
        if (net.pass().wanted().mixture()) {
            double product = kernels.dot(outputGradient.tensor(), net.tensor(summand.value()));
            double factor = layer.factor() * outputGradient.factor().value();
            net.pass().add(summand.slot(), factor * product);
        }
    }
}
