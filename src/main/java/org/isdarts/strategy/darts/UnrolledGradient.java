package org.isdarts.strategy.darts;

import java.util.Map;
import org.isdarts.data.Batch;
import org.isdarts.network.Mixture;
import org.isdarts.network.MixtureGradient;
import org.isdarts.network.Parameters;
import org.isdarts.network.Prediction;
import org.isdarts.network.Subnet;
import org.isdarts.network.Supernet;
import org.isdarts.network.Wanted;
import org.isdarts.network.WeightCopy;
import org.isdarts.space.CellType;
import org.isdarts.strategy.Tables;

/**
 * The gradient of the loss on validation images, at the weights that a step on training images would lead to, with respect
 * to the coefficients p; tables are {@code [edge][operation]} for every cell type.
 *
 * @param direct {@code d = dL_V/dp} at those weights
 * @param vectorNorm the norm of {@code v = dL_V/dw} there
 * @param hessianVector {@code h = (dL_T/dp at w + R v  -  dL_T/dp at w - R v) / (2 R)}, R being the radius over that norm:
 *     how {@code dL_T/dp} changes along v
 * @param prediction what the net said of the validation images there
 */
public record UnrolledGradient(
        Map<CellType, double[][]> direct,
        double vectorNorm,
        Map<CellType, double[][]> hessianVector,
        Prediction prediction) {

    /**
     * Measures it by four passes. Weights, velocities and running statistics are as before afterwards.
     *
     * @param lookAhead moves the weights to where a step along the gradient of the net's last pass leads
     * @param radius how far the weights are moved for h
     * @param training images that weights are trained on
     * @param validation images that the architecture learns from
     */
    public static UnrolledGradient of(
            Supernet net, Mixture mixture, Runnable lookAhead, double radius, Batch training, Batch validation) {
        Subnet whole = net.whole();
        Parameters parameters = net.parameters();
        try (WeightCopy weights = parameters.copy()) {
            whole.train(mixture, Wanted.WEIGHTS, training.images(), training.labels());
            lookAhead.run();
            Prediction prediction = whole.train(mixture, Wanted.BOTH, validation.images(), validation.labels());
            MixtureGradient direct = whole.gradient();
            double norm = parameters.gradientNorm();
            weights.moveAlongGradient(radius / norm);
            Map<CellType, double[][]> there = gradient(whole, mixture, training);
            weights.mirror();
            Map<CellType, double[][]> opposite = gradient(whole, mixture, training);
            double share = norm / (2 * radius);
            return new UnrolledGradient(
                    direct.coefficients(), norm, Tables.sum(share, there, -share, opposite), prediction);
        }
    }

    private static Map<CellType, double[][]> gradient(Subnet net, Mixture mixture, Batch batch) {
        net.train(mixture, Wanted.MIXTURE, batch.images(), batch.labels());
        return net.gradient().coefficients();
    }

    /**
     * The whole gradient, {@code d - xi h}.
     *
     * @param rate xi, that of the step ahead
     */
    public Map<CellType, double[][]> at(double rate) {
        return Tables.sum(direct, -rate, hessianVector);
    }

    /** {@code |xi h| / |d|}. */
    public double secondOrderShare(double rate) {
        return rate * Tables.norm(hessianVector) / Tables.norm(direct);
    }
}
