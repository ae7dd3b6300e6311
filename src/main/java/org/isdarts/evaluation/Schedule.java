package org.isdarts.evaluation;

import static org.isdarts.evaluation.EvaluationSettings.RATE_FACTOR;
import static org.isdarts.evaluation.EvaluationSettings.RATE_INTERVAL;
import static org.isdarts.evaluation.EvaluationSettings.WARM_UP;
import static org.isdarts.search.OptimizerSettings.LAST_LEARNING_RATE;
import static org.isdarts.search.OptimizerSettings.LEARNING_RATE;

import org.isdarts.search.RateSchedule;

/** Kinds of learning rate schedules. */
public enum Schedule {
    /** Half a cosine, after a warm-up where there is one. */
    COSINE("cosine") {
        @Override
        RateSchedule of(EvaluationConfig config) {
            return new RateSchedule.Cosine(
                    config.get(LEARNING_RATE), config.get(LAST_LEARNING_RATE), config.get(WARM_UP), config.epochs());
        }
    },
    /** A factor for every epoch. */
    EXPONENTIAL("exponential") {
        @Override
        RateSchedule of(EvaluationConfig config) {
            return new RateSchedule.Exponential(config.get(LEARNING_RATE), config.get(RATE_FACTOR));
        }
    },
    /** A factor every few epochs. */
    STEPS("steps") {
        @Override
        RateSchedule of(EvaluationConfig config) {
            return new RateSchedule.Steps(
                    config.get(LEARNING_RATE), config.get(RATE_FACTOR), config.get(RATE_INTERVAL));
        }
    };

    private final String label;

    Schedule(String label) {
        this.label = label;
    }

    /** The name in options and files. */
    public String label() {
        return label;
    }

    /** The schedule with the numbers of the settings. */
    abstract RateSchedule of(EvaluationConfig config);

    @Override
    public String toString() {
        return label;
    }
}
