package org.isdarts.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.isdarts.event.RunEvent;

/**
 * Turns the bytes of an event log into events, however the bytes come. Text behind the last line feed is not an event
 * yet; it is to be given again once there is more.
 */
public final class EventLines {
    private static final byte LINE_FEED = '\n';
    private static final String HEADER = "header";

    private final String log;
    private long position;
    private int lines;

    /**
     * Before the first byte.
     *
     * @param log what messages call the log
     */
    public EventLines(String log) {
        this.log = log;
    }

    /** How many bytes of the log have been turned into events: where the next line begins. */
    public long position() {
        return position;
    }

    /** Goes back to that position, behind a line, where more was turned into events than counts. */
    void returnTo(long counted) {
        position = Math.min(position, counted);
    }

    /**
     * The events of the whole lines among these bytes.
     *
     * @param bytes the log from {@link #position} on, or a part of it
     * @throws RunException if a line is damaged, or a newer program wrote the log
     */
    public List<RunEvent> take(byte[] bytes) {
        List<RunEvent> events = new ArrayList<>();
        take(bytes, events::add);
        return List.copyOf(events);
    }

    /**
     * Tells the events of the whole lines among these bytes.
     *
     * @param bytes the log from {@link #position} on, or a part of it
     * @throws RunException if a line is damaged, or a newer program wrote the log; the events before that line were told,
     *     and {@link #position} is where it begins
     */
    public void take(byte[] bytes, Consumer<RunEvent> listener) {
        List<Line> complete = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == LINE_FEED) {
                complete.add(new Line(lines + complete.size() + 1, start, i - start));
                start = i + 1;
            }
        }
        // Measurements make long lines, and reading numbers is what takes the time.
        List<Told> told = IntStream.range(0, complete.size())
                .parallel()
                .mapToObj(i -> read(bytes, complete.get(i)))
                .toList();
        for (Told one : told) {
            if (one.damage != null) {
                throw one.damage;
            }
            lines++;
            position += one.line.length + 1L;
            one.events.forEach(listener);
        }
    }

    /** A line of the bytes that were given. */
    private record Line(int number, int start, int length) {}

    /**
     * What a line tells.
     *
     * @param events one, or none of the header
     * @param damage why it cannot be read; null where it can
     */
    private record Told(Line line, List<RunEvent> events, RunException damage) {}

    private Told read(byte[] bytes, Line line) {
        try {
            if (line.number == 1) {
                checkHeader(bytes, line);
                return new Told(line, List.of(), null);
            }
            return new Told(line, List.of(event(bytes, line)), null);
        } catch (RunException damage) {
            return new Told(line, List.of(), damage);
        }
    }

    private void checkHeader(byte[] bytes, Line line) {
        JsonNode header;
        try {
            header = RunJson.MAPPER.readTree(bytes, line.start, line.length);
        } catch (IOException damaged) {
            throw new RunException(log + " is not an event log: its first line is not a header", damaged);
        }
        if (!header.path("type").asText().equals(HEADER)) {
            throw new RunException(log + " is not an event log: its first line is not a header");
        }
        int schema = header.path("schema").asInt();
        if (schema > Manifest.SCHEMA) {
            throw new RunException(log + " has schema " + schema + ", newer than " + Manifest.SCHEMA
                    + " known here; use a newer version of the program");
        }
    }

    private RunEvent event(byte[] bytes, Line line) {
        try {
            return RunJson.event(bytes, line.start, line.length);
        } catch (IOException damaged) {
            String begin = new String(bytes, line.start, Math.min(line.length, 60), StandardCharsets.UTF_8);
            throw new RunException(log + " line " + line.number + " is damaged: " + begin, damaged);
        }
    }
}
