package org.isdarts.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.isdarts.event.RunEvent;

/** Events as their lines in a log, which are equal where all numbers are, also those that equal nothing. */
public final class EventText {
    private EventText() {}

    /** The lines of these events. */
    public static List<String> of(List<RunEvent> events) {
        return events.stream().map(EventText::of).toList();
    }

    private static String of(RunEvent event) {
        try {
            return RunJson.MAPPER.writerFor(RunEvent.class).writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
