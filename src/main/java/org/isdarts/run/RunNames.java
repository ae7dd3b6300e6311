package org.isdarts.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.isdarts.data.DataSettings;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.isdarts.IsDartsSettings;

/** What a run is called if nobody names it. */
public final class RunNames {
    private static final int LONGEST_DATA = 24;

    private RunNames() {}

    /**
     * A name that tells runs apart: images, preset, space and importance where they are not the usual ones, strategy, and seed,
     * such as {@code cifar10-quick-darts-is-darts-iim-seed0}.
     */
    public static String of(SearchConfig config) {
        boolean usual = config.get(SpaceSettings.SPACE).equals(SpaceSettings.SPACE.initial());
        return ofImages(config.get(DataSettings.DATA)) + "-" + config.preset() + (usual ? "" : "-" + config.space())
                + "-" + method(config) + "-seed" + config.get(RunSettings.SEED);
    }

    private static String method(SearchConfig config) {
        boolean usual = !config.uses(IsDartsSettings.IMPORTANCE)
                || config.get(IsDartsSettings.IMPORTANCE).equals(IsDartsSettings.IMPORTANCE.initial());
        return config.strategy().name() + (usual ? "" : "-" + config.settings().text(IsDartsSettings.IMPORTANCE));
    }

    /** The same for the training of a genotype, such as {@code cifar10-darts-evaluated-quick-seed0}. */
    public static String of(EvaluationConfig config) {
        return ofImages(config.data()) + "-" + config.space() + "-evaluated-" + config.presetName() + "-seed"
                + config.seed();
    }

    /**
     * What images are called in names and titles, such as {@code cifar10-images}.
     *
     * @param path {@code synthetic} or the path of a dataset
     */
    public static String ofImages(String path) {
        String file = path.replaceFirst("[/\\\\]+$", "").replaceFirst("^.*[/\\\\]", "");
        String name = file.replaceFirst("(?i)\\.(tar\\.gz|tgz|tar|zip)$", "").replaceAll("[^\\p{L}\\p{N}_]+", "-");
        String bare = name.replaceAll("^-+|-+$", "");
        return bare.isEmpty() ? "images" : bare.substring(0, Math.min(LONGEST_DATA, bare.length()));
    }

    /** A folder of that name, or of that name and a number from 2, that is not there yet. */
    public static Path free(Path runs, String name) {
        return free(runs, name, taken -> false);
    }

    /**
     * The same where names are taken of which there is no folder yet.
     *
     * @param taken whether a name is
     */
    public static Path free(Path runs, String name, Predicate<String> taken) {
        String free = name;
        for (int copy = 2; taken.test(free) || Files.exists(runs.resolve(free)); copy++) {
            free = name + "-" + copy;
        }
        return runs.resolve(free);
    }
}
