package org.isdarts.ui.library;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.run.Labels;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import org.isdarts.search.SearchSettings;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;

/**
 * One run as the library shows it.
 *
 * @param run the run
 * @param summary where it stood when it was looked at
 * @param labels what people call it
 */
public record RunRow(RunFolder run, Summary summary, Labels labels) {
    private static final Set<Setting<?>> OF_THE_MACHINE =
            Set.of(RunSettings.SEED, ComputeSettings.THREADS, ComputeSettings.KERNELS, SearchSettings.BENCHMARK_TABLE);

    /** Looks at a run. */
    public static RunRow of(RunFolder run) {
        return new RunRow(run, run.summary(), Labels.of(run));
    }

    /** The title, or the folder's name where there is none. */
    public String name() {
        return labels.title().isEmpty() ? folder() : labels.title();
    }

    /** The name of its folder. */
    String folder() {
        return run.path().getFileName().toString();
    }

    /** How far it is, such as {@code after epoch 23 of 30}. */
    public String epoch() {
        return summary.epochs(run.manifest().configuration().epochs()).words();
    }

    /** Test accuracy after the last epoch, such as {@code 71.5 %}; empty before there is one. */
    public String test() {
        return summary.test() == null
                ? ""
                : String.format(Locale.ROOT, "%.1f %%", 100 * summary.test().top1());
    }

    /** What it is for, such as {@code evaluation}. */
    String kind() {
        return run.manifest().kind();
    }

    /** The strategy of a search; empty for other kinds. */
    String strategy() {
        return run.manifest().strategy();
    }

    /** What it does, such as {@code darts-1 search in nas-bench-201}. */
    String task() {
        return run.manifest().task() + " in " + space();
    }

    /** The name of its search space. */
    public String space() {
        return run.manifest().configuration().space();
    }

    /** Test accuracy after the last epoch in percent; NaN before there is one. */
    double accuracy() {
        return summary.test() == null ? Double.NaN : 100 * summary.test().top1();
    }

    /** When it began, in milliseconds since 1970-01-01 UTC. */
    long started() {
        return run.manifest().started();
    }

    /** A setting by its name; empty if it is not set. */
    String setting(String name) {
        return run.manifest().configuration().settings().texts().getOrDefault(name, "");
    }

    /** What its images are called, such as {@code cifar-10-binary.tar.gz}. */
    String dataName() {
        return Datasets.shortName(setting("data"));
    }

    /** What tells it apart from its neighbors, such as {@code cifar-10.tar.gz, quick, seed 3}. */
    String origin() {
        return dataName() + ", " + run.manifest().configuration().presetName() + ", seed " + setting("seed");
    }

    /** Every setting that changes what is found but the seed, those of the preset being left out. */
    String settingsWithoutSeed() {
        TrainingConfig own = run.manifest().configuration();
        Settings settings = own.settings();
        Settings preset = own.presetSettings();
        return Stream.concat(
                        Stream.of(space(), dataName(), own.presetName()),
                        settings.settings().stream()
                                .filter(setting -> !OF_THE_MACHINE.contains(setting))
                                .filter(setting -> !settings.text(setting).equals(preset.text(setting)))
                                .map(setting -> setting.label() + ": " + settings.text(setting)))
                .collect(Collectors.joining("; "));
    }

    /** All words to find it by, in lower case. */
    String words() {
        return String.join(
                        "\n",
                        name(),
                        folder(),
                        kind(),
                        strategy(),
                        space(),
                        setting("data"),
                        summary.state().label(),
                        labels.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" ")),
                        labels.note())
                .toLowerCase(Locale.ROOT);
    }
}
