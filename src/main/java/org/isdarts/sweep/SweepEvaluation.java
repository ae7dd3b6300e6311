package org.isdarts.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.Genotype;

/**
 * A training of the network that a run found.
 *
 * @param index its number among those that follow every run, from 0
 * @param title what its accuracy is called: {@code evaluated}, with the settings in which it differs from the others
 * @param settings the texts by key of the protocol and of what differs from it
 */
public record SweepEvaluation(int index, String title, Map<String, String> settings) {
    public SweepEvaluation {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Its settings for a genotype; seed, images and threads are those of the search where it gives none.
     *
     * @throws org.isdarts.settings.ViolationException if they do not agree
     */
    EvaluationConfig config(Genotype genotype) {
        Settings protocol = EvaluationSettings.initial()
                .withTexts(settings)
                .get(EvaluationSettings.PROTOCOL)
                .settings(genotype);
        return new EvaluationConfig(protocol.withTexts(settings)).placed();
    }

    /** What follows the name of the run in that of the folder. */
    String suffix() {
        return "-evaluation" + (index == 0 ? "" : "-" + (index + 1));
    }
}
