package org.isdarts.sweep;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.isdarts.profile.RunTrial;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.RunSettings;

/** What runs take: each kind of run is tried once, as the seed makes no difference. */
public final class Trials {
    private final Function<TrainingConfig, RunTrial> trial;
    private final Map<TrainingConfig, RunTrial> known = new HashMap<>();

    /** @param trial tries a run */
    public Trials(Function<TrainingConfig, RunTrial> trial) {
        this.trial = trial;
    }

    RunTrial of(TrainingConfig config) {
        return known.computeIfAbsent(config.with(RunSettings.SEED, 0L), trial);
    }
}
