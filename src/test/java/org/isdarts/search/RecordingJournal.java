package org.isdarts.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.isdarts.event.RunEvent;

/** Keeps everything in memory. */
final class RecordingJournal implements Journal {
    final List<RunEvent> events = new ArrayList<>();
    final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Consumer<RunEvent> listener;

    RecordingJournal(Consumer<RunEvent> listener) {
        this.listener = listener;
    }

    @Override
    public void record(RunEvent event) {
        events.add(event);
        listener.accept(event);
    }

    @Override
    public String save(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
        return "checkpoint " + checkpoints.size();
    }

    <E extends RunEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Checkpoint last() {
        return checkpoints.get(checkpoints.size() - 1);
    }
}
