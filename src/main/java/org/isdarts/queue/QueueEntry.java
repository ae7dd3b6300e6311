package org.isdarts.queue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Settings;

/**
 * What waits in a queue: a search, or a sweep.
 *
 * @param id tells it from all other entries, also those of other queues
 * @param name what its run is to be called; of a sweep, what its folder is called
 * @param run name of its run folder, or of the sweep's; empty before it first began
 * @param settings every setting of the search as text, by key; none of a sweep, whose plan lies in its folder
 * @param sweep the whole path of the sweep's folder; empty for a search
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
    public QueueEntry {
        Stream.of(id, name, run, state, message).forEach(Objects::requireNonNull);
        // Not in files of schema 1.
        sweep = Objects.requireNonNullElse(sweep, "");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static QueueEntry waiting(String name, SearchConfig config) {
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

    /** The folder of the sweep; empty for a search. */
    public Optional<Path> sweepFolder() {
        return sweep.isEmpty() ? Optional.empty() : Optional.of(Path.of(sweep));
    }

    /**
     * The settings of its search.
     *
     * @throws org.isdarts.settings.ViolationException if this version of the program does not know one of their values
     */
    public SearchConfig config() {
        return new SearchConfig(Settings.read(SearchSettings.ALL, settings));
    }

    /** Whether it has begun at any time. */
    public boolean hasBegun() {
        return !run.isEmpty();
    }

    QueueEntry with(String newName, SearchConfig config) {
        return new QueueEntry(id, newName, run, config.settings().texts(), sweep, state, message);
    }

    QueueEntry running(String folder) {
        return new QueueEntry(id, name, folder, settings, sweep, EntryState.RUNNING, "");
    }

    QueueEntry in(EntryState other, String why) {
        return new QueueEntry(id, name, run, settings, sweep, other, why);
    }
}
