package org.isdarts.selftest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.data.Batch;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.Drawing;
import org.isdarts.network.Mixture;
import org.isdarts.network.Prediction;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.Tables;
import org.isdarts.strategy.dsnas.SingleSample;
import org.isdarts.strategy.fairdarts.ZeroOneLoss;
import org.isdarts.strategy.pcdarts.EdgeWeights;
import org.isdarts.strategy.snas.ConcreteSample;

/** One pass of a supernet with the coefficients of a method: logits, loss, and the gradients it is learned by. */
final class PassCheck {
    private static final double LOGITS = 1e-4;
    private static final double GRADIENT = 1e-3;

    /** A parameter's gradient counts as at least this share of all gradients together. */
    private static final double SMALLEST_GRADIENT = 1e-5;

    private final StrategyReference reference;
    private final Kernels kernels;

    PassCheck(StrategyReference reference, Kernels kernels) {
        this.reference = reference;
        this.kernels = kernels;
    }

    /** What compares the passes of a net at one place. */
    private interface Comparison {
        void at(String place, StrategyNet net, Errors errors);
    }

    /** The comparisons, one for each method. */
    Stream<Supplier<List<Check>>> ofMethods() {
        return Stream.of(
                () -> check("DARTS: a pass and its gradients", "darts", Drawing.PLAIN, this::darts),
                () -> check(
                        "DARTS-: a pass and its gradients", "darts_minus", Drawing.WITH_AUXILIARY_SKIPS, this::minus),
                () -> check("FairDARTS: a pass and its gradients", "fair_darts", Drawing.PLAIN, this::fair),
                () -> check("SNAS: passes and their gradients", "snas", Drawing.PLAIN, this::snas),
                () -> check("DSNAS: a sampled pass", "dsnas", Drawing.PLAIN, this::dsnas),
                () -> check("perturbation: loss without each", "perturbation", Drawing.PLAIN, this::perturbation),
                () -> partialChannels());
    }

    private List<Check> check(String subject, String method, Drawing drawing, Comparison comparison) {
        Errors errors = new Errors();
        for (String place : reference.placesOf(method)) {
            try (StrategyNet net = StrategyNet.shared(reference, place, kernels, drawing)) {
                comparison.at(place, net, errors);
            }
        }
        return errors.isEmpty() ? List.of() : List.of(errors.check(subject));
    }

    private void darts(String place, StrategyNet net, Errors errors) {
        Map<CellType, double[][]> shares = shares(net, place);
        StrategyNet.Pass pass = net.train(new Mixture(shares), net.batch("valid", 0));
        addPass(place, pass, errors);
        addTables(place + "/coefficient_gradient", pass.gradient().coefficients(), net, errors);
        Map<CellType, double[][]> ofWeights =
                Activation.SOFTMAX.gradient(shares, pass.gradient().coefficients());
        addTables(place + "/alpha_gradient", ofWeights, net, errors);
        addTables(place + "/alpha_gradient_float64", ofWeights, net, errors);
        addWeightGradients(place, net, errors);
    }

    private void minus(String place, StrategyNet net, Errors errors) {
        Map<CellType, double[][]> shares = shares(net, place.replaceAll("_minus$", ""));
        double beta = reference.numbers(place + "/beta")[0];
        StrategyNet.Pass pass = net.train(new Mixture(shares).withAuxiliarySkip(beta), net.batch("valid", 0));
        addPass(place, pass, errors);
        addTables(
                place + "/alpha_gradient",
                Activation.SOFTMAX.gradient(shares, pass.gradient().coefficients()),
                net,
                errors);
        net.addGradients(place + "/auxiliary_weight_gradient/", errors, SMALLEST_GRADIENT, GRADIENT);
    }

    private void fair(String place, StrategyNet net, Errors errors) {
        Map<CellType, Mask> masks = net.ofTypes(type -> CoefficientCheck.withoutNone(net.space()));
        Map<CellType, double[][]> sigmoids = new EnumMap<>(CellType.class);
        net.tables(place + "/alpha")
                .forEach((type, table) -> sigmoids.put(
                        type, Activation.SIGMOID.coefficients(CoefficientCheck.afterNone(table), masks.get(type))));
        StrategyNet.Pass pass = net.train(new Mixture(sigmoids), net.batch("valid", 0));
        addLogits(place, pass.prediction(), errors);
        double separation = ZeroOneLoss.SQUARE.of(sigmoids, masks);
        double weight = reference.numbers(place + "/weight_of_separation")[0];
        addNumber(place + "/cross_entropy", pass.loss(), errors);
        addNumber(place + "/loss", pass.loss() + weight * separation, errors);
        Map<CellType, double[][]> ofCoefficients =
                Tables.sum(pass.gradient().coefficients(), weight, ZeroOneLoss.SQUARE.gradient(sigmoids, masks));
        Map<CellType, double[][]> ofWeights = Activation.SIGMOID.gradient(sigmoids, ofCoefficients);
        ofWeights.forEach((type, table) -> errors.addTable(
                place + "/alpha_gradient " + type,
                table,
                CoefficientCheck.afterNone(reference.table(place + "/alpha_gradient/" + Reference.typeName(type))),
                GRADIENT));
    }

    private List<Check> partialChannels() {
        Errors errors = new Errors();
        for (String place : reference.placesOf("pc_darts_\\d+")) {
            int divisor = Integer.parseInt(place.substring(place.lastIndexOf('_') + 1));
            Drawing drawing = Drawing.ofPartialChannels(divisor);
            try (StrategyNet net = StrategyNet.own(reference, place, kernels, drawing)) {
                partialChannels(place, net, errors);
            }
        }
        return errors.isEmpty() ? List.of() : List.of(errors.check("PC-DARTS: a pass and its gradients"));
    }

    private void partialChannels(String place, StrategyNet net, Errors errors) {
        Map<CellType, double[][]> shares = shares(net, place);
        Map<CellType, double[]> weights = net.ofTypes(
                type -> EdgeWeights.of(net.space(), reference.numbers(place + "/beta/" + Reference.typeName(type))));
        Mixture mixture = new Mixture(net.ofTypes(type -> EdgeWeights.weighted(shares.get(type), weights.get(type))))
                .withEdges(weights);
        StrategyNet.Pass pass = net.train(mixture, net.batch("valid", 0));
        addPass(place, pass, errors);
        Map<CellType, double[][]> ofShares =
                net.ofTypes(type -> EdgeWeights.weighted(pass.gradient().of(type), weights.get(type)));
        addTables(place + "/alpha_gradient", Activation.SOFTMAX.gradient(shares, ofShares), net, errors);
        for (CellType type : net.space().cellTypes()) {
            double[] ofWeights = EdgeWeights.gradientOfWeights(
                    shares.get(type),
                    pass.gradient().of(type),
                    pass.gradient().edges().get(type));
            errors.addArray(
                    place + "/beta_gradient " + type,
                    EdgeWeights.gradient(net.space(), weights.get(type), ofWeights),
                    reference.numbers(place + "/beta_gradient/" + Reference.typeName(type)),
                    GRADIENT);
        }
        addNumber(place + "/weight_gradient_norm", net.parameters().gradientNorm(), errors);
        addWeightGradients(place, net, errors);
    }

    private void snas(String place, StrategyNet net, Errors errors) {
        reference.under(place).stream()
                .filter(entry -> entry.matches("temperature_[^/]+/loss"))
                .map(entry -> entry.substring(0, entry.indexOf('/')))
                .forEach(entry -> snas(place, entry, net, errors));
    }

    private void snas(String place, String entry, StrategyNet net, Errors errors) {
        double temperature = Double.parseDouble(entry.substring(entry.indexOf('_') + 1));
        Map<CellType, double[][]> weights = net.tables(place + "/alpha");
        Map<CellType, double[][]> noise = net.tables(place + "/uniform");
        Map<CellType, ConcreteSample> samples = net.ofTypes(
                type -> ConcreteSample.of(weights.get(type), noise.get(type), temperature, Mask.full(net.space())));
        StrategyNet.Pass pass =
                net.train(new Mixture(net.ofTypes(type -> samples.get(type).coefficients())), net.batch("train", 0));
        addPass(place + "/" + entry, pass, errors);
        addTables(
                place + "/" + entry + "/alpha_gradient",
                net.ofTypes(type -> samples.get(type).gradient(pass.gradient().of(type))),
                net,
                errors);
    }

    private void dsnas(String place, StrategyNet net, Errors errors) {
        Map<CellType, double[][]> sampled = net.tables(place + "/sample");
        Map<CellType, Mask> masks = net.ofTypes(type -> mask(sampled.get(type)));
        Batch batch = net.batch("train", 0);
        StrategyNet.Pass pass = StrategyNet.train(net.net().subnet(masks), Mixture.ones(net.space()), batch);
        addPass(place, pass, errors);
        addNumber(place + "/weight_gradient_norm", net.parameters().gradientNorm(), errors);
        addWeightGradients(place, net, errors);
        for (CellType type : net.space().cellTypes()) {
            int[] operations = Arrays.stream(sampled.get(type))
                    .mapToInt(row -> IntStream.range(0, row.length)
                            .filter(k -> row[k] != 0)
                            .findFirst()
                            .orElseThrow())
                    .toArray();
            errors.addArray(
                    place + "/edge_reward " + type,
                    new SingleSample(sampled.get(type), operations)
                            .rewards(pass.gradient().of(type)),
                    reference.numbers(place + "/edge_reward/" + Reference.typeName(type)),
                    GRADIENT);
        }
        Prediction evaluated =
                net.net().subnet(masks).evaluate(Mixture.ones(net.space()), batch.images(), batch.labels());
        addLogits(place + "/evaluation_logits", evaluated, LOGITS, errors);
    }

    private static Mask mask(double[][] table) {
        boolean[][] kept = new boolean[table.length][table[0].length];
        for (int edge = 0; edge < kept.length; edge++) {
            for (int k = 0; k < kept[edge].length; k++) {
                kept[edge][k] = table[edge][k] != 0;
            }
        }
        return Mask.of(kept);
    }

    private void perturbation(String place, StrategyNet net, Errors errors) {
        Map<CellType, double[][]> shares = shares(net, place.replaceAll("perturbation$", "darts"));
        int edge = (int) reference.numbers(place + "/edge")[0];
        double[] expected = reference.numbers(place + "/loss_without");
        double[] ours = new double[expected.length];
        for (int operation = 0; operation < ours.length; operation++) {
            ours[operation] = net.train(
                            new Mixture(without(shares, new Candidate(edge, operation))), net.batch("valid", 0))
                    .loss();
        }
        errors.addArray(place, ours, expected, LOGITS);
    }

    private static Map<CellType, double[][]> without(Map<CellType, double[][]> shares, Candidate candidate) {
        Map<CellType, double[][]> others = new EnumMap<>(shares);
        double[][] table =
                Arrays.stream(shares.get(CellType.NORMAL)).map(double[]::clone).toArray(double[][]::new);
        table[candidate.edge()][candidate.operation()] = 0;
        others.put(CellType.NORMAL, table);
        return others;
    }

    private static Map<CellType, double[][]> shares(StrategyNet net, String place) {
        Map<CellType, double[][]> weights = net.tables(place + "/alpha");
        return Activation.SOFTMAX.coefficients(weights, Mask.everything(net.space()));
    }

    private void addPass(String place, StrategyNet.Pass pass, Errors errors) {
        addLogits(place, pass.prediction(), errors);
        addNumber(place + "/loss", pass.loss(), errors);
    }

    private void addLogits(String place, Prediction prediction, Errors errors) {
        addLogits(place + "/logits", prediction, LOGITS, errors);
    }

    private void addLogits(String entry, Prediction prediction, double allowed, Errors errors) {
        double[] logits = IntStream.range(0, prediction.logits().length)
                .mapToDouble(i -> prediction.logits()[i])
                .toArray();
        errors.addArray(entry, logits, reference.numbers(entry), allowed);
    }

    private void addNumber(String entry, double number, Errors errors) {
        errors.add(entry, Errors.relative(number, reference.numbers(entry)[0]), LOGITS);
    }

    private void addTables(String entry, Map<CellType, double[][]> tables, StrategyNet net, Errors errors) {
        Map<CellType, double[][]> expected = net.tables(entry);
        tables.forEach((type, table) -> errors.addTable(entry + " " + type, table, expected.get(type), GRADIENT));
    }

    /** The gradients of the weights, where the reference has them. */
    private void addWeightGradients(String place, StrategyNet net, Errors errors) {
        net.addGradients(place + "/weight_gradient/", errors, SMALLEST_GRADIENT, GRADIENT);
    }
}
