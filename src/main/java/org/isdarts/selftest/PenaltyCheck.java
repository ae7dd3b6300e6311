package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isdarts.space.CellType;
import org.isdarts.strategy.betadarts.BetaDecay;
import org.isdarts.strategy.drnas.Concentration;
import org.isdarts.strategy.drnas.Dirichlet;

/** beta-DARTS' penalty; DrNAS' distribution: what a given sample passes back, and its penalty. */
final class PenaltyCheck {
    private static final double TOLERANCE = 1e-5;
    /** PyTorch computes the derivative of a sample in float32 by approximations. */
    private static final double SAMPLE_TOLERANCE = 1e-3;

    private final StrategyReference reference;

    PenaltyCheck(StrategyReference reference) {
        this.reference = reference;
    }

    List<Check> run() {
        List<Check> checks = new ArrayList<>();
        Errors decay = new Errors();
        Errors dirichlet = new Errors();
        reference.placesOf("beta_decay").forEach(place -> decay(place, decay));
        reference.placesOf("dirichlet").forEach(place -> dirichlet(place, dirichlet));
        if (!decay.isEmpty()) {
            checks.add(decay.check("beta-DARTS: penalty"));
        }
        if (!dirichlet.isEmpty()) {
            checks.add(dirichlet.check("DrNAS: gradient of a sample, KL"));
        }
        return checks;
    }

    private void decay(String place, Errors errors) {
        Map<CellType, double[][]> weights = Map.of(CellType.NORMAL, reference.table(place + "/alpha"));
        errors.addArray(
                place + " loss",
                new double[] {BetaDecay.value(weights)},
                reference.numbers(place + "/loss"),
                TOLERANCE);
        errors.addTable(
                place + " gradient",
                BetaDecay.gradient(weights).get(CellType.NORMAL),
                reference.table(place + "/alpha_gradient"),
                TOLERANCE);
    }

    private void dirichlet(String place, Errors errors) {
        double[][] weights = reference.table(place + "/alpha");
        double[][] samples = reference.table(place + "/sample");
        double[][] gradients = reference.table(place + "/sample_gradient");
        double[][] concentration = new double[weights.length][];
        double[][] passedBack = new double[weights.length][];
        double[][] ofPenalty = new double[weights.length][];
        double penalty = 0;
        for (int edge = 0; edge < weights.length; edge++) {
            concentration[edge] = Concentration.of(weights[edge]);
            Dirichlet dirichlet = new Dirichlet(concentration[edge]);
            passedBack[edge] =
                    Concentration.gradient(weights[edge], dirichlet.gradient(samples[edge], gradients[edge]));
            ofPenalty[edge] = Concentration.gradient(weights[edge], dirichlet.divergenceGradient());
            penalty += dirichlet.divergenceFromUniform();
        }
        errors.addTable(place + " concentration", concentration, reference.table(place + "/concentration"), TOLERANCE);
        errors.addTable(place + " sample", passedBack, reference.table(place + "/alpha_gradient"), SAMPLE_TOLERANCE);
        errors.addArray(place + " KL", new double[] {penalty}, reference.numbers(place + "/kl"), TOLERANCE);
        errors.addTable(place + " gradient of KL", ofPenalty, reference.table(place + "/kl_gradient"), TOLERANCE);
    }
}
