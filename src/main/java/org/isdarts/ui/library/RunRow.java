package org.isdarts.ui.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.isdarts.run.Labels;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;

/**
 * One run as the library shows it.
 *
 * @param run the run
 * @param summary where it stood when it was looked at
 * @param labels what people call it
 */
public record RunRow(RunFolder run, Summary summary, Labels labels) {
    /** Looks at a run. */
    public static RunRow of(RunFolder run) {
        return new RunRow(run, run.summary(), Labels.of(run));
    }

    /** The title, or the folder's name where there is none. */
    public String name() {
        return labels.title().isEmpty() ? folder() : labels.title();
    }

    private String folder() {
        return run.path().getFileName().toString();
    }

    /** How far it is, such as {@code epoch 23/30}. */
    public String epoch() {
        return "epoch " + summary.epoch() + "/" + run.manifest().configuration().epochs();
    }

    /** Held-out accuracy after the last epoch, such as {@code 71.5 %}; empty before there is one. */
    public String heldOut() {
        return summary.valid() == null
                ? ""
                : String.format(Locale.ROOT, "%.1f %%", 100 * summary.valid().top1());
    }

    /** The name of its search space. */
    public String space() {
        return run.manifest().configuration().space();
    }

    /** Whether every word of the filter occurs in its name, folder, space, data, state, tags or note. */
    public boolean matches(String filter) {
        String all = String.join(
                        "\n",
                        name(),
                        folder(),
                        space(),
                        run.manifest().configuration().data(),
                        summary.state().label(),
                        labels.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" ")),
                        labels.note())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(filter.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(all::contains);
    }
}
