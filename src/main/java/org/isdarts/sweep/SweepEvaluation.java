package org.isdarts.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.run.FoundBy;
import org.isdarts.run.RunFolder;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.Settings;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;

/**
 * A training of the network that a run found.
 *
 * @param index its number among those that follow every run, from 0
 * @param title what its accuracy is called: {@code evaluated}, with its protocol and the settings in which it
 *     differs from the others
 * @param settings the texts by key of the protocol and of what differs from it
 */
public record SweepEvaluation(int index, String title, Map<String, String> settings) {
    public SweepEvaluation {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Its settings for what a search like that found.
     *
     * @param search whose seed, images, threads and kernels it has where it gives none
     * @throws org.isdarts.settings.ViolationException if they do not agree
     */
    EvaluationConfig config(TrainingConfig search, Genotype genotype) {
        Settings protocol = EvaluationSettings.initial()
                .withTexts(settings)
                .get(EvaluationSettings.PROTOCOL)
                .settings(genotype);
        return new EvaluationConfig(FoundBy.like(search, protocol).withTexts(settings)).placed();
    }

    /** Its settings for what a finished search found. */
    EvaluationConfig config(RunFolder search) {
        TrainingConfig config = search.manifest().configuration();
        Genotype genotype =
                GenotypeReader.read(config.searchSpace(), search.summary().genotype());
        return config(config, genotype)
                .with(EvaluationSettings.FOUND_BY, search.path().toString())
                .placed();
    }

    /** What follows the name of the run in that of the folder. */
    String suffix() {
        return "-evaluation" + (index == 0 ? "" : "-" + (index + 1));
    }
}
