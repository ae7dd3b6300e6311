package org.isdarts.search;

import java.util.List;
import org.isdarts.data.Datasets;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;

/**
 * What a run is for: it searches a genotype, or trains one that was found. What runs of one kind have in common is told
 * here, what a single run has by its {@link TrainingConfig}; whoever handles runs asks these two and never which kind it is.
 */
public interface RunKind {
    /** The word for such a run in files and sentences, such as {@code search}. */
    String name();

    /** The command of the terminal that begins and resumes such a run. */
    String command();

    /** Every setting of such a run. */
    List<Setting<?>> settings();

    /** The setting that says where the others started from: a preset or a protocol. No other kind has it. */
    Setting<?> origin();

    /** The settings that name files. */
    List<Setting<String>> files();

    /** Whether operations are discarded in such a run. */
    boolean narrows();

    /**
     * The settings of a run of this kind.
     *
     * @param settings a value for each of {@link #settings}
     * @throws org.isdarts.settings.ViolationException if they do not agree
     */
    TrainingConfig config(Settings settings);

    /** The settings with whole paths, so that a run finds its files again from wherever it is resumed. */
    default Settings placed(Settings settings) {
        Settings placed = settings;
        for (Setting<String> file : files()) {
            placed = placed.with(file, Datasets.placed(placed.get(file)));
        }
        return placed;
    }
}
