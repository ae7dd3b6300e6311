package org.isdarts.evaluation;

import static org.isdarts.data.DataSettings.CROP_PADDING;
import static org.isdarts.data.DataSettings.DECODING;
import static org.isdarts.data.DataSettings.FLIP;
import static org.isdarts.data.DataSettings.IMAGE_FIT;
import static org.isdarts.data.DataSettings.IMAGE_SIZE;
import static org.isdarts.data.DataSettings.TEST_IMAGES;
import static org.isdarts.data.DataSettings.TRAIN_IMAGES;
import static org.isdarts.evaluation.EvaluationSettings.AUXILIARY_NORMS;
import static org.isdarts.evaluation.EvaluationSettings.AUXILIARY_WEIGHT;
import static org.isdarts.evaluation.EvaluationSettings.COLOR_JITTER;
import static org.isdarts.evaluation.EvaluationSettings.CUTOUT;
import static org.isdarts.evaluation.EvaluationSettings.DROP_PATH;
import static org.isdarts.evaluation.EvaluationSettings.HUE_JITTER;
import static org.isdarts.evaluation.EvaluationSettings.LABEL_SMOOTHING;
import static org.isdarts.evaluation.EvaluationSettings.LIGHTING;
import static org.isdarts.evaluation.EvaluationSettings.RATE_FACTOR;
import static org.isdarts.evaluation.EvaluationSettings.RESIZED_CROP;
import static org.isdarts.evaluation.EvaluationSettings.SCHEDULE;
import static org.isdarts.evaluation.EvaluationSettings.STEM;
import static org.isdarts.evaluation.EvaluationSettings.WARM_UP;
import static org.isdarts.network.NetworkSettings.CELLS;
import static org.isdarts.network.NetworkSettings.CHANNELS;
import static org.isdarts.search.OptimizerSettings.BATCH_SIZE;
import static org.isdarts.search.OptimizerSettings.GRADIENT_CLIP;
import static org.isdarts.search.OptimizerSettings.LAST_LEARNING_RATE;
import static org.isdarts.search.OptimizerSettings.LEARNING_RATE;
import static org.isdarts.search.OptimizerSettings.MOMENTUM_KIND;
import static org.isdarts.search.OptimizerSettings.WEIGHT_DECAY;
import static org.isdarts.settings.RunSettings.EPOCHS;

import org.isdarts.data.Decoding;
import org.isdarts.data.Fit;
import org.isdarts.network.AuxiliaryHead;
import org.isdarts.network.Stem;
import org.isdarts.search.Momentum;
import org.isdarts.settings.Settings;
import org.isdarts.space.Genotype;
import org.isdarts.space.SpaceSettings;

/** A named choice of every setting of an evaluation. Accuracies of two protocols never belong into one column. */
public enum Protocol {
    /** A trial of seconds. */
    TINY("tiny", "seconds; tells nothing") {
        @Override
        Settings choose(Settings initial) {
            return quick(initial)
                    .with(EPOCHS, 2)
                    .with(CHANNELS, 4)
                    .with(BATCH_SIZE, 32)
                    .with(TRAIN_IMAGES, 320)
                    .with(TEST_IMAGES, 100);
        }
    },
    /** A short training to tell good from bad. */
    QUICK("quick", "minutes on two cores; tells good from bad, not good from good") {
        @Override
        Settings choose(Settings initial) {
            return quick(initial);
        }
    },
    /** NAS-Bench-201 (Dong and Yang, ICLR 2020; D-X-Y/AutoDL-Projects). */
    NAS_BENCH_201("nas-bench-201", "the benchmark's 200 epochs; days on two cores") {
        @Override
        Settings choose(Settings initial) {
            return initial.with(EPOCHS, 200)
                    .with(CHANNELS, 16)
                    .with(CELLS, 5)
                    .with(BATCH_SIZE, 256)
                    .with(LEARNING_RATE, 0.1)
                    .with(LAST_LEARNING_RATE, 0.0)
                    .with(WEIGHT_DECAY, 5e-4)
                    .with(GRADIENT_CLIP, 0.0);
        }
    },
    /** DARTS on CIFAR (Liu et al., ICLR 2019; quark0/darts). */
    DARTS("darts", "600 epochs of DARTS; weeks on two cores") {
        @Override
        Settings choose(Settings initial) {
            return darts(initial).with(MOMENTUM_KIND, Momentum.POLYAK);
        }
    },
    /** The IS-DARTS authors' own (HY-HE/IS-DARTS). */
    IS_DARTS("is-darts", "600 epochs of the authors' code; weeks on two cores") {
        @Override
        Settings choose(Settings initial) {
            return darts(initial).with(WARM_UP, 5).with(GRADIENT_CLIP, 0.0);
        }
    },
    /** DARTS on ImageNet (Liu et al., ICLR 2019; quark0/darts, {@code train_imagenet.py}). */
    DARTS_IMAGENET("darts-imagenet", "250 epochs of DARTS on ImageNet; for GPUs") {
        @Override
        Settings choose(Settings initial) {
            return imageNet(initial)
                    .with(MOMENTUM_KIND, Momentum.POLYAK)
                    .with(SCHEDULE, Schedule.EXPONENTIAL)
                    .with(RATE_FACTOR, 0.97)
                    .with(AUXILIARY_NORMS, AuxiliaryHead.ONE_NORM)
                    .with(GRADIENT_CLIP, 5.0);
        }
    },
    /** The IS-DARTS authors' own on ImageNet (HY-HE/IS-DARTS). */
    IS_DARTS_IMAGENET("is-darts-imagenet", "250 epochs of the authors' code on ImageNet; for GPUs") {
        @Override
        Settings choose(Settings initial) {
            return imageNet(initial).with(WARM_UP, 5).with(GRADIENT_CLIP, 0.0).with(LIGHTING, 0.1);
        }
    };

    private final String label;
    private final String cost;

    Protocol(String label, String cost) {
        this.label = label;
        this.cost = cost;
    }

    /** The name on the command line and in files. */
    public String label() {
        return label;
    }

    /** What a training by it takes, in words. */
    public String cost() {
        return cost;
    }

    abstract Settings choose(Settings initial);

    private static Settings quick(Settings initial) {
        return initial.with(EPOCHS, 12)
                .with(CHANNELS, 16)
                .with(CELLS, 1)
                .with(BATCH_SIZE, 64)
                .with(TRAIN_IMAGES, 10_000)
                .with(LEARNING_RATE, 0.05)
                .with(LAST_LEARNING_RATE, 0.0)
                .with(WEIGHT_DECAY, 5e-4)
                .with(GRADIENT_CLIP, 0.0);
    }

    private static Settings darts(Settings initial) {
        return initial.with(EPOCHS, 600)
                .with(CHANNELS, 36)
                .with(CELLS, 6)
                .with(BATCH_SIZE, 96)
                .with(LEARNING_RATE, 0.025)
                .with(LAST_LEARNING_RATE, 0.0)
                .with(WEIGHT_DECAY, 3e-4)
                .with(GRADIENT_CLIP, 5.0)
                .with(DROP_PATH, 0.2)
                .with(AUXILIARY_WEIGHT, 0.4)
                .with(CROP_PADDING, 4)
                .with(FLIP, true)
                .with(CUTOUT, 16);
    }

    private static Settings imageNet(Settings initial) {
        return initial.with(EPOCHS, 250)
                .with(STEM, Stem.IMAGENET)
                .with(CHANNELS, 48)
                .with(CELLS, 4)
                .with(BATCH_SIZE, 128)
                .with(TEST_IMAGES, 50_000)
                .with(IMAGE_SIZE, "224")
                .with(IMAGE_FIT, Fit.CENTER)
                .with(DECODING, Decoding.ANEW)
                .with(LEARNING_RATE, 0.1)
                .with(LAST_LEARNING_RATE, 0.0)
                .with(WEIGHT_DECAY, 3e-5)
                .with(LABEL_SMOOTHING, 0.1)
                .with(AUXILIARY_WEIGHT, 0.4)
                .with(CROP_PADDING, 0)
                .with(FLIP, true)
                .with(RESIZED_CROP, 0.08)
                .with(COLOR_JITTER, 0.4)
                .with(HUE_JITTER, 0.2);
    }

    /**
     * Every setting for a genotype; what is no protocol's, such as seed and threads, has its initial value. Networks of
     * spaces without an auxiliary head or an ImageNet stem are trained without them.
     */
    public Settings settings(Genotype genotype) {
        Settings chosen = choose(EvaluationSettings.initial())
                .with(EvaluationSettings.PROTOCOL, this)
                .with(SpaceSettings.SPACE, genotype.space())
                .with(EvaluationSettings.GENOTYPE, genotype.notation());
        boolean head = genotype.space().macroNet().evaluation().auxiliaryHead();
        return head ? chosen : chosen.with(AUXILIARY_WEIGHT, 0.0).with(STEM, Stem.CIFAR);
    }

    @Override
    public String toString() {
        return label;
    }
}
