package org.isdarts.strategy;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Mixture;
import org.isdarts.network.Prediction;
import org.isdarts.network.Wanted;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;

/**
 * Genotypes on the weights of the supernet, which all of them share: each is computed by itself, every operation as it is
 * (Pham et al., ICML 2018; Li and Talwalkar, UAI 2019).
 */
public final class WeightSharing {
    /** How many genotypes are judged in the end. */
    public static final Setting<Integer> SAMPLES = Setting.of("samples", Kind.wholeNumber(1, 1_000_000), 100)
            .label("Samples")
            .help("Genotypes drawn at the end of the search, of which the most accurate is kept.")
            .build();

    private WeightSharing() {}

    /** Trains the weights of a genotype on a batch. */
    public static Prediction train(Training training, Genotype genotype, Batch batch) {
        Prediction prediction = training.net()
                .subnet(Mask.of(genotype))
                .train(Mixture.ones(genotype.space()), Wanted.WEIGHTS, batch.images(), batch.labels());
        training.stepWeights();
        return prediction;
    }

    /** What a genotype says of a batch. */
    public static Prediction judge(Training training, Genotype genotype, Batch batch) {
        return training.net()
                .subnet(Mask.of(genotype))
                .evaluate(Mixture.ones(genotype.space()), batch.images(), batch.labels());
    }

    /** The most accurate of genotypes that are drawn, each judged on the next batch of validation images, and told. */
    public static Genotype best(Training training, Supplier<Genotype> drawing, int samples) {
        Genotype best = null;
        double most = -1;
        Iterator<Batch> batches = training.validationBatches(samples).iterator();
        for (int i = 0; i < samples; i++) {
            Genotype genotype = drawing.get();
            Prediction prediction = judge(training, genotype, batches.next());
            tell(training, genotype, prediction);
            if (prediction.accuracy() > most) {
                most = prediction.accuracy();
                best = genotype;
            }
        }
        return best;
    }

    /** Tells that a genotype was judged. */
    public static void tell(Training training, Genotype genotype, Prediction prediction) {
        tell(training, Mask.of(genotype), prediction);
    }

    /** Tells that a subnet was trained on a batch, in some of the steps. */
    public static void tellTrained(Training training, Map<CellType, Mask> subnet, Prediction prediction) {
        if (Thinning.keeps(training)) {
            tell(training, subnet, prediction);
        }
    }

    private static void tell(Training training, Map<CellType, Mask> subnet, Prediction prediction) {
        tell(training, subnet, prediction.lossSum() / prediction.count(), prediction.accuracy());
    }

    /** Judges a genotype on all validation images, and tells. */
    public static void tellOnAll(Training training, Genotype genotype) {
        double loss = 0;
        double right = 0;
        int count = 0;
        for (Batch batch : training.validationImages()) {
            Prediction prediction = judge(training, genotype, batch);
            loss += prediction.lossSum();
            right += prediction.top1();
            count += prediction.count();
        }
        tell(training, Mask.of(genotype), loss / count, right / count);
    }

    private static void tell(Training training, Map<CellType, Mask> subnet, double loss, double accuracy) {
        training.record(new SearchEvent.SubnetSampled(
                System.currentTimeMillis(),
                Math.min(training.epoch(), training.epochs()),
                training.step(),
                subnet,
                loss,
                accuracy));
    }
}
