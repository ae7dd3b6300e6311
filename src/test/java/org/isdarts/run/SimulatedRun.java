package org.isdarts.run;

import java.nio.file.Path;
import java.util.List;
import org.isdarts.event.RunEvent;
import org.isdarts.search.Preset;
import org.isdarts.search.TrainingConfig;
import org.isdarts.space.SearchSpace;

/** Run folders with the events of simulated searches, for measuring how fast runs open. */
public final class SimulatedRun {
    private SimulatedRun() {}

    /**
     * Writes a run folder.
     *
     * @param started milliseconds since 1970-01-01 UTC
     */
    public static void write(Path folder, SearchSpace space, long started, List<RunEvent> events) {
        write(folder, Preset.PAPER.config(space, "synthetic"), started, events);
    }

    /** The same of a run with these settings. */
    public static void write(Path folder, TrainingConfig config, long started, List<RunEvent> events) {
        Manifest manifest = new Manifest(
                Manifest.SCHEMA,
                "simulated",
                started,
                config,
                new Manifest.DatasetIdentity("synthetic", List.of("a", "b"), 6_400, 1_000, "00"),
                null,
                "CPU",
                "nd4j",
                "any",
                MachineName.text());
        try (RunWriter writer = RunWriter.create(folder, manifest, event -> {})) {
            events.forEach(writer::record);
        }
    }
}
