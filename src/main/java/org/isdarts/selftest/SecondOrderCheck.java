package org.isdarts.selftest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.MomentumStep;
import org.isdarts.network.Drawing;
import org.isdarts.network.Mixture;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.darts.UnrolledGradient;

/**
 * The gradient of second-order DARTS, at the beginning and after a step of the weights. In single precision the part of
 * second order is a difference of nearly equal gradients, and a ReLU that decides otherwise moves it by percents.
 */
final class SecondOrderCheck {
    private static final double RATE = 0.025;
    private static final double MOMENTUM = 0.9;
    private static final double DECAY = 3e-4;
    private static final double RADIUS = 0.01;

    /** How many times what rounding does to the reference is allowed. */
    private static final double PRECISIONS = 3;

    private final StrategyReference reference;
    private final Kernels kernels;
    private final Precise precise;

    /** What the numbers are compared with, and how exactly. */
    record Precise(String suffix, String name, double gradient, double hessianVector) {
        /** For kernels in single precision. */
        static final Precise SINGLE = new Precise("", "second order", 1e-3, 0.3);

        /** For kernels in double precision. */
        static final Precise DOUBLE = new Precise("_float64", "second order, in double", 1e-6, 1e-6);
    }

    SecondOrderCheck(StrategyReference reference, Kernels kernels) {
        this(reference, kernels, Precise.SINGLE);
    }

    SecondOrderCheck(StrategyReference reference, Kernels kernels, Precise precise) {
        this.reference = reference;
        this.kernels = kernels;
        this.precise = precise;
    }

    List<Check> run() {
        Errors errors = new Errors();
        for (String place : reference.placesOf("darts_second")) {
            boolean atRest = isGiven(place + "/at_rest");
            boolean moving = isGiven(place + "/moving");
            if (!atRest && !moving) {
                continue;
            }
            try (StrategyNet net = StrategyNet.shared(reference, place, kernels, Drawing.PLAIN)) {
                Map<CellType, double[][]> shares = Activation.SOFTMAX.coefficients(
                        net.tables(place.replaceAll("_second$", "") + "/alpha"), Mask.everything(net.space()));
                if (atRest) {
                    compare(place + "/at_rest", net, shares, errors);
                }
                if (moving) {
                    net.train(new Mixture(shares), net.batch("train", 0));
                    net.parameters().step(MomentumStep.polyak(1, DECAY, MOMENTUM, RATE));
                    compare(place + "/moving", net, shares, errors);
                }
            }
        }
        return errors.isEmpty() ? List.of() : List.of(errors.check("DARTS: " + precise.name));
    }

    private boolean isGiven(String place) {
        return reference.has(place + "/vector_norm" + precise.suffix);
    }

    private void compare(String place, StrategyNet net, Map<CellType, double[][]> shares, Errors errors) {
        UnrolledGradient gradient = UnrolledGradient.of(
                net.net(),
                new Mixture(shares),
                () -> net.parameters().lookAhead(MOMENTUM, DECAY, RATE),
                RADIUS,
                net.batch("train", 0),
                net.batch("valid", 0));
        add(place + "/vector_norm", new double[] {gradient.vectorNorm()}, precise.gradient, errors);
        for (CellType type : net.space().cellTypes()) {
            String ofType = "/" + Reference.typeName(type);
            double[] direct = chained(shares, gradient.direct(), type);
            double[] product = chained(shares, gradient.hessianVector(), type);
            double[] whole = chained(shares, gradient.at(RATE), type);
            add(place + "/direct_gradient", ofType, direct, precise.gradient, errors);
            add(place + "/hessian_vector", ofType, product, precise.hessianVector, errors);
            double ofProduct = RATE * precise.hessianVector * Errors.norm(product);
            double ofDirect = precise.gradient * Errors.norm(direct);
            add(place + "/alpha_gradient", ofType, whole, (ofProduct + ofDirect) / Errors.norm(whole), errors);
        }
    }

    private static double[] chained(Map<CellType, double[][]> shares, Map<CellType, double[][]> of, CellType type) {
        return Arrays.stream(Activation.SOFTMAX.gradient(shares.get(type), of.get(type)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private void add(String entry, double[] numbers, double allowed, Errors errors) {
        add(entry, "", numbers, allowed, errors);
    }

    /** Adds the error relative to the norm; allowed is three times what the reference's own precisions differ by, at least. */
    private void add(String entry, String part, double[] numbers, double allowed, Errors errors) {
        double[] expected = reference.numbers(entry + precise.suffix + part);
        String inDouble = entry + Precise.DOUBLE.suffix + part;
        double rounding = reference.has(inDouble) ? Errors.relative(expected, reference.numbers(inDouble), 0) : 0;
        errors.add(entry + part, Errors.relative(numbers, expected, 0), Math.max(allowed, PRECISIONS * rounding));
    }
}
