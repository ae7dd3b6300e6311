package org.isdarts.sweep;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.run.TinySearch;

/** The smallest search with the seeds 7, 8 and 9, of which none has begun. */
public final class TinySweep {
    private TinySweep() {}

    /** Makes its folder. */
    public static SweepFolder create(Path folder) {
        Map<String, String> settings =
                new HashMap<>(TinySearch.config().settings().texts());
        settings.remove("seed");
        return SweepFolder.create(
                folder, new SweepPlan(Map.of("seed", List.of("7", "8", "9")), settings, List.of(), Map.of()));
    }
}
