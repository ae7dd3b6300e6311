package org.isdarts.queue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.isdarts.run.RunKinds;
import org.isdarts.search.RunKind;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.Settings;

/**
 * What waits in a queue: a search, the training of a found genotype, or a sweep.
 *
 * @param id tells it from all other entries, also those of other queues
 * @param name what its run is to be called; of a sweep, what its folder is called
 * @param run name of its run folder, or of the sweep's; empty before it first began
 * @param settings every setting of the run as text, by key; none of a sweep, whose plan lies in its folder
 * @param sweep the whole path of the sweep's folder; empty for a run
 * @param state where it stands
 * @param message why it failed; empty otherwise
 */
public record QueueEntry(
        String id,
        String name,
        String run,
        Map<String, String> settings,
        String sweep,
        EntryState state,
        String message) {
    private static final String SWEEP = "sweep";

    public QueueEntry {
        Stream.of(id, name, run, state, message).forEach(Objects::requireNonNull);
        // Not in files of schema 1.
        sweep = Objects.requireNonNullElse(sweep, "");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static QueueEntry waiting(String name, TrainingConfig config) {
        return new QueueEntry(newId(), name, "", config.settings().texts(), "", EntryState.WAITING, "");
    }

    static QueueEntry waiting(Path sweep) {
        Path whole = sweep.toAbsolutePath().normalize();
        return new QueueEntry(
                newId(), whole.getFileName().toString(), "", Map.of(), whole.toString(), EntryState.WAITING, "");
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The folder of the sweep; empty for a run. */
    public Optional<Path> sweepFolder() {
        return sweep.isEmpty() ? Optional.empty() : Optional.of(Path.of(sweep));
    }

    /** The kind of its run. */
    RunKind kind() {
        return RunKinds.of(settings);
    }

    /** The word for what it is: {@code sweep}, or that for the kind of its run. */
    public String noun() {
        return sweep.isEmpty() ? kind().name() : SWEEP;
    }

    /**
     * The settings of its run.
     *
     * @throws org.isdarts.settings.ViolationException if this version of the program does not know one of their values
     */
    public TrainingConfig config() {
        return kind().config(Settings.read(kind().settings(), settings));
    }

    /** Whether it has begun at any time. */
    public boolean hasBegun() {
        return !run.isEmpty();
    }

    QueueEntry with(String newName, TrainingConfig config) {
        return new QueueEntry(id, newName, run, config.settings().texts(), sweep, state, message);
    }

    QueueEntry running(String folder) {
        return new QueueEntry(id, name, folder, settings, sweep, EntryState.RUNNING, "");
    }

    QueueEntry in(EntryState other, String why) {
        return new QueueEntry(id, name, run, settings, sweep, other, why);
    }
}
