package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.dsnas.SingleSample;
import org.isdarts.strategy.fairdarts.ZeroOneLoss;
import org.isdarts.strategy.pcdarts.EdgeWeights;
import org.isdarts.strategy.snas.ConcreteSample;

/** From architecture weights to coefficients and back, as far as no network is needed. */
final class CoefficientCheck {
    private static final double TOLERANCE = 1e-5;

    private final StrategyReference reference;

    CoefficientCheck(StrategyReference reference) {
        this.reference = reference;
    }

    /** What compares the numbers at one place. */
    private interface Comparison {
        void at(String place, SearchSpace space, Errors errors);
    }

    List<Check> run() {
        List<Check> checks = new ArrayList<>();
        add(checks, "DARTS: softmax and its chain rule", "darts", this::softmax);
        add(checks, "FairDARTS: zero-one losses", "fair_darts", this::zeroOne);
        add(checks, "SNAS: concrete samples", "snas", this::concrete);
        add(checks, "DSNAS: gradient of a sample", "dsnas", this::single);
        add(checks, "PC-DARTS: edge weights", "pc_darts_\\d+", this::edgeWeights);
        return checks;
    }

    private void add(List<Check> checks, String subject, String method, Comparison comparison) {
        Errors errors = new Errors();
        reference.placesOf(method).forEach(place -> comparison.at(place, StrategyReference.space(place), errors));
        if (!errors.isEmpty()) {
            checks.add(errors.check(subject));
        }
    }

    private void softmax(String place, SearchSpace space, Errors errors) {
        forTypes(space, type -> {
            double[][] coefficients =
                    Activation.SOFTMAX.coefficients(reference.table(place + "/alpha/" + type), Mask.full(space));
            errors.addTable(
                    place + " " + type, coefficients, reference.table(place + "/coefficient/" + type), TOLERANCE);
            errors.addTable(
                    place + " gradient, " + type,
                    Activation.SOFTMAX.gradient(coefficients, reference.table(place + "/coefficient_gradient/" + type)),
                    reference.table(place + "/alpha_gradient/" + type),
                    TOLERANCE);
        });
    }

    private void zeroOne(String place, SearchSpace space, Errors errors) {
        Mask withoutNone = withoutNone(space);
        Map<CellType, double[][]> sigmoids = new EnumMap<>(CellType.class);
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            double[][] weights = afterNone(reference.table(place + "/alpha/" + Reference.typeName(type)));
            masks.put(type, withoutNone);
            sigmoids.put(type, Activation.SIGMOID.coefficients(weights, withoutNone));
        }
        errors.addArray(
                place + " square",
                new double[] {ZeroOneLoss.SQUARE.of(sigmoids, masks)},
                reference.numbers(place + "/separation_l2"),
                TOLERANCE);
        errors.addArray(
                place + " absolute",
                new double[] {ZeroOneLoss.ABSOLUTE.of(sigmoids, masks)},
                reference.numbers(place + "/separation_l1"),
                TOLERANCE);
    }

    private void concrete(String place, SearchSpace space, Errors errors) {
        List<String> temperatures = reference.under(place).stream()
                .filter(entry -> entry.startsWith("temperature_"))
                .map(entry -> entry.substring(0, entry.indexOf('/')))
                .distinct()
                .toList();
        forTypes(space, type -> {
            double[][] weights = reference.table(place + "/alpha/" + type);
            double[][] uniform = reference.table(place + "/uniform/" + type);
            for (String temperature : temperatures) {
                double t = Double.parseDouble(temperature.substring(temperature.indexOf('_') + 1));
                errors.addTable(
                        place + " " + temperature + ", " + type,
                        ConcreteSample.of(weights, uniform, t, Mask.full(space)).coefficients(),
                        reference.table(place + "/" + temperature + "/coefficient/" + type),
                        TOLERANCE);
            }
        });
    }

    private void single(String place, SearchSpace space, Errors errors) {
        double[] logProbability = new double[1];
        forTypes(space, type -> {
            SingleSample sample = sample(place, space, type);
            double[] ones = new double[sample.operations().length];
            Arrays.fill(ones, 1);
            logProbability[0] += sample.logProbability();
            errors.addTable(
                    place + " log probability's gradient, " + type,
                    sample.gradient(ones),
                    reference.table(place + "/log_probability_gradient/" + type),
                    TOLERANCE);
            errors.addTable(
                    place + " gradient, " + type,
                    sample.gradient(reference.numbers(place + "/edge_reward/" + type)),
                    reference.table(place + "/alpha_gradient/" + type),
                    TOLERANCE);
        });
        errors.addArray(
                place + " log probability", logProbability, reference.numbers(place + "/log_probability"), TOLERANCE);
    }

    private SingleSample sample(String place, SearchSpace space, String type) {
        double[][] shares =
                Activation.SOFTMAX.coefficients(reference.table(place + "/alpha/" + type), Mask.full(space));
        int[] operations = Arrays.stream(reference.table(place + "/sample/" + type))
                .mapToInt(CoefficientCheck::one)
                .toArray();
        return new SingleSample(shares, operations);
    }

    private void edgeWeights(String place, SearchSpace space, Errors errors) {
        forTypes(
                space,
                type -> errors.addArray(
                        place + " " + type,
                        EdgeWeights.of(space, reference.numbers(place + "/beta/" + type)),
                        reference.numbers(place + "/edge_weight/" + type),
                        TOLERANCE));
    }

    private static void forTypes(SearchSpace space, Consumer<String> comparison) {
        space.cellTypes().forEach(type -> comparison.accept(Reference.typeName(type)));
    }

    private static int one(double[] row) {
        int at = 0;
        while (row[at] == 0) {
            at++;
        }
        return at;
    }

    static Mask withoutNone(SearchSpace space) {
        int none = space.operations().indexOf(Operation.NONE);
        List<Candidate> nones = new ArrayList<>();
        for (int edge = 0; edge < space.edges().size(); edge++) {
            nones.add(new Candidate(edge, none));
        }
        return Mask.full(space).without(nones);
    }

    /** Rows that begin with none, of rows that lack it. */
    static double[][] afterNone(double[][] table) {
        double[][] rows = new double[table.length][];
        Arrays.setAll(rows, edge -> {
            double[] row = new double[table[edge].length + 1];
            System.arraycopy(table[edge], 0, row, 1, table[edge].length);
            return row;
        });
        return rows;
    }
}
