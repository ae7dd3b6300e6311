package org.isdarts.strategy.drnas;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.isdarts.data.Batch;
import org.isdarts.network.Mixture;
import org.isdarts.network.MixtureGradient;
import org.isdarts.network.Prediction;
import org.isdarts.network.Wanted;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.ArgmaxRule;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;
import org.isdarts.strategy.ValidationLoss;

/**
 * DrNAS (Chen et al., ICLR 2021; xiangning-chen/DrNAS) as its authors run it on NAS-Bench-201: the coefficients of an edge are
 * drawn from its {@link Dirichlet} distribution with every pass. A step first moves the {@link Concentration} along the
 * gradient through a sample on validation images, then the weights with another sample on training images. Of the authors'
 * two penalties it takes weight decay. Their stages with partial channels, for the DARTS space, are left out. What is told
 * and evaluated is the mean of the distributions; the operations of the largest concentration are kept.
 */
public final class DrNas extends LearnedStrategy {
    /** DrNAS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "drnas",
                    "DrNAS",
                    "Draws how much each operation counts from a distribution that it learns on validation images.",
                    ArchitectureSettings.ALL,
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    2,
                    DrNas::new)
            .publishedWith(PublishedSettings.OF_DARTS.in(
                    "nas-bench-201", "xiangning-chen/DrNAS", Map.of("epochs", "100", "channels", "16", "cells", "5")));

    /** @param settings among them those of {@link ArchitectureSettings} */
    public DrNas(SearchSpace space, Settings settings) {
        super(KIND, space, LearnedMixture.ofDarts(space, settings));
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        Random random = training.random();
        learn(training, training.validationBatch(), random);
        Prediction prediction =
                training.net().whole().train(new Mixture(draw(random)), Wanted.WEIGHTS, batch.images(), batch.labels());
        training.stepWeights();
        return prediction;
    }

    private void learn(Training training, Batch validation, Random random) {
        Map<CellType, double[][]> sample = draw(random);
        ValidationLoss.tell(
                training,
                training.net()
                        .whole()
                        .train(new Mixture(sample), Wanted.MIXTURE, validation.images(), validation.labels()));
        MixtureGradient gradient = training.net().whole().gradient();
        Map<CellType, double[][]> ofWeights = new EnumMap<>(CellType.class);
        mixture().weights().tables().forEach((type, weights) -> {
            double[][] table = new double[weights.length][];
            Arrays.setAll(table, edge -> gradient(weights[edge], sample.get(type)[edge], gradient.of(type)[edge]));
            ofWeights.put(type, table);
        });
        mixture().step(training, ofWeights);
    }

    private static double[] gradient(double[] weights, double[] sample, double[] ofSample) {
        Dirichlet dirichlet = new Dirichlet(Concentration.of(weights));
        return Concentration.gradient(weights, dirichlet.gradient(sample, ofSample));
    }

    private Map<CellType, double[][]> draw(Random random) {
        return ofEveryEdge(weights -> new Dirichlet(Concentration.of(weights)).draw(random));
    }

    private Map<CellType, double[][]> mean() {
        return ofEveryEdge(weights -> new Dirichlet(Concentration.of(weights)).mean());
    }

    private Map<CellType, double[][]> ofEveryEdge(UnaryOperator<double[]> row) {
        Map<CellType, double[][]> tables = new EnumMap<>(CellType.class);
        mixture()
                .weights()
                .tables()
                .forEach((type, weights) ->
                        tables.put(type, Arrays.stream(weights).map(row).toArray(double[][]::new)));
        return tables;
    }

    @Override
    public Prediction evaluate(Training training, Batch batch) {
        return training.net().whole().evaluate(new Mixture(mean()), batch.images(), batch.labels());
    }

    @Override
    protected Map<CellType, double[][]> told(Training training) {
        return mean();
    }

    @Override
    protected Genotype genotypeNow(Training training) {
        return ArgmaxRule.genotype(space(), ofEveryEdge(Concentration::of));
    }
}
