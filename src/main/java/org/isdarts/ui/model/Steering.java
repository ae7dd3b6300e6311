package org.isdarts.ui.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.isdarts.event.RunEvent;
import org.isdarts.run.Wish;

/**
 * What the user asked of a search last, and the event by which the search told that it did so. It looks between two
 * batches.
 *
 * @param kind what was asked
 * @param asked when, in milliseconds since 1970-01-01 UTC
 * @param answer the event; empty until it comes
 */
public record Steering(Wish.Kind kind, long asked, Optional<RunEvent> answer) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** What was asked just now. */
    static Steering now(Wish.Kind kind) {
        return new Steering(kind, System.currentTimeMillis(), Optional.empty());
    }

    /** The same after one more event of the run; empty if someone else has steered it since this was done, or it ended. */
    Optional<Steering> after(RunEvent event) {
        if (isPending()) {
            boolean answers = event.time() >= asked && kind.isFulfilledBy(event);
            return Optional.of(answers ? new Steering(kind, asked, Optional.of(event)) : this);
        }
        return Optional.of(this).filter(done -> !isSteeredBy(event) && !isEnd(event));
    }

    private static boolean isEnd(RunEvent event) {
        return event instanceof RunEvent.Finished || event instanceof RunEvent.Failed;
    }

    private static boolean isSteeredBy(RunEvent event) {
        return Stream.of(Wish.Kind.PAUSE, Wish.Kind.RESUME, Wish.Kind.STOP).anyMatch(kind -> kind.isFulfilledBy(event));
    }

    /** Whether the search has not done it yet. */
    public boolean isPending() {
        return answer.isEmpty();
    }

    /** What the status bar says: {@code pausing after this batch}, then {@code paused at 14:05:09}. */
    public String words() {
        return answer.map(event -> done() + " at "
                        + CLOCK.format(Instant.ofEpochMilli(event.time()).atZone(ZoneId.systemDefault())))
                .orElse(doing());
    }

    private String doing() {
        return switch (kind) {
            case PAUSE -> "pausing after this batch";
            case RESUME -> "resuming";
            case STOP -> "stopping after this batch";
            case CHECKPOINT -> "saving after this batch";
        };
    }

    private String done() {
        return switch (kind) {
            case PAUSE -> "paused";
            case RESUME -> "resumed";
            case STOP -> "stopped";
            case CHECKPOINT -> "saved";
        };
    }
}
