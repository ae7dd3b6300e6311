package org.isdarts.strategy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/**
 * What makes the coefficients of operations from architecture weights, edge by edge, and its chain rule. Tables are
 * {@code [edge][operation]}.
 */
public enum Activation {
    /** {@code p = softmax(a)} over what an edge keeps, as DARTS has it: operations of an edge exclude each other. */
    SOFTMAX {
        @Override
        double[] row(double[] weights, boolean[] kept) {
            return Softmax.of(weights, kept);
        }

        @Override
        double[] rowGradient(double[] coefficients, double[] gradient) {
            return Softmax.gradient(coefficients, gradient);
        }
    },

    /** {@code s = 1 / (1 + exp(-a))}, as FairDARTS has it: every operation stands for itself. */
    SIGMOID {
        @Override
        double[] row(double[] weights, boolean[] kept) {
            double[] coefficients = new double[weights.length];
            Arrays.setAll(coefficients, k -> kept[k] ? 1 / (1 + StrictMath.exp(-weights[k])) : 0);
            return coefficients;
        }

        /** {@code da_k = s_k (1 - s_k) G_k}. */
        @Override
        double[] rowGradient(double[] coefficients, double[] gradient) {
            double[] ofWeights = new double[coefficients.length];
            Arrays.setAll(ofWeights, k -> coefficients[k] * (1 - coefficients[k]) * gradient[k]);
            return ofWeights;
        }
    };

    abstract double[] row(double[] weights, boolean[] kept);

    abstract double[] rowGradient(double[] coefficients, double[] gradient);

    /**
     * The coefficients of one cell type.
     *
     * @param mask what is kept; the coefficient of anything else is 0
     */
    public double[][] coefficients(double[][] weights, Mask mask) {
        boolean[][] kept = mask.toArray();
        double[][] coefficients = new double[weights.length][];
        Arrays.setAll(coefficients, edge -> row(weights[edge], kept[edge]));
        return coefficients;
    }

    /** The coefficients of every cell type. */
    public Map<CellType, double[][]> coefficients(Map<CellType, double[][]> weights, Map<CellType, Mask> masks) {
        Map<CellType, double[][]> coefficients = new EnumMap<>(CellType.class);
        weights.forEach((type, table) -> coefficients.put(type, coefficients(table, masks.get(type))));
        return coefficients;
    }

    /**
     * The gradient with respect to the weights of one cell type.
     *
     * @param coefficients what {@link #coefficients} made of the weights
     * @param gradient the gradient with respect to the coefficients
     */
    public double[][] gradient(double[][] coefficients, double[][] gradient) {
        double[][] ofWeights = new double[coefficients.length][];
        Arrays.setAll(ofWeights, edge -> rowGradient(coefficients[edge], gradient[edge]));
        return ofWeights;
    }

    /** The gradient with respect to the weights of every cell type. */
    public Map<CellType, double[][]> gradient(
            Map<CellType, double[][]> coefficients, Map<CellType, double[][]> gradient) {
        Map<CellType, double[][]> ofWeights = new EnumMap<>(CellType.class);
        coefficients.forEach((type, table) -> ofWeights.put(type, gradient(table, gradient.get(type))));
        return ofWeights;
    }
}
