package org.isdarts.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.isdarts.event.SearchEvent;

/** Keeps everything in memory. */
final class RecordingJournal implements Journal {
    final List<SearchEvent> events = new ArrayList<>();
    final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Consumer<SearchEvent> listener;

    RecordingJournal(Consumer<SearchEvent> listener) {
        this.listener = listener;
    }

    @Override
    public void record(SearchEvent event) {
        events.add(event);
        listener.accept(event);
    }

    @Override
    public String save(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
        return "checkpoint " + checkpoints.size();
    }

    <E extends SearchEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Checkpoint last() {
        return checkpoints.get(checkpoints.size() - 1);
    }
}
