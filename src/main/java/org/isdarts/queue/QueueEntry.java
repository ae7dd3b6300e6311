package org.isdarts.queue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Settings;

/**
 * One search of a queue.
 *
 * @param id tells it from all other entries, also those of other queues
 * @param name what its run is to be called
 * @param run name of its run folder; empty before it first began
 * @param settings every setting as text, by key
 * @param state where it stands
 * @param message why it failed; empty otherwise
 */
public record QueueEntry(
        String id, String name, String run, Map<String, String> settings, EntryState state, String message) {
    public QueueEntry {
        Stream.of(id, name, run, state, message).forEach(Objects::requireNonNull);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static QueueEntry waiting(String name, SearchConfig config) {
        return new QueueEntry(
                UUID.randomUUID().toString(), name, "", config.settings().texts(), EntryState.WAITING, "");
    }

    /**
     * The settings of its search.
     *
     * @throws org.isdarts.settings.ViolationException if this version of the program does not know one of their values
     */
    public SearchConfig config() {
        return new SearchConfig(Settings.read(SearchSettings.ALL, settings));
    }

    /** Whether its search has begun at any time. */
    public boolean hasBegun() {
        return !run.isEmpty();
    }

    QueueEntry with(String newName, SearchConfig config) {
        return new QueueEntry(id, newName, run, config.settings().texts(), state, message);
    }

    QueueEntry running(String folder) {
        return new QueueEntry(id, name, folder, settings, EntryState.RUNNING, "");
    }

    QueueEntry in(EntryState other, String why) {
        return new QueueEntry(id, name, run, settings, other, why);
    }
}
