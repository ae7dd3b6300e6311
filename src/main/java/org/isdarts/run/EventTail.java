package org.isdarts.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.event.SearchEvent;

/**
 * Reads a run's events from the first to the latest, and later those that came since. Text behind the last line feed is
 * not an event yet.
 */
public final class EventTail {
    private static final byte LINE_FEED = '\n';
    private static final String HEADER = "header";

    private final Path file;
    private long position;
    private int lines;

    EventTail(Path file) {
        this.file = file;
    }

    /**
     * The events that were written since the last call; all at the first.
     *
     * @throws RunException if the log cannot be read, a line of it is damaged, or a newer program wrote it
     */
    public List<SearchEvent> more() {
        try {
            return parse(unread());
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (IOException unreadable) {
            throw new RunException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private byte[] unread() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Math.max(0, channel.size() - position)));
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
                // A read may give less than there is.
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }

    /** A line of the bytes that were read. */
    private record Line(int number, int start, int length) {}

    private List<SearchEvent> parse(byte[] bytes) {
        List<Line> complete = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == LINE_FEED) {
                complete.add(new Line(++lines, start, i - start));
                start = i + 1;
            }
        }
        position += start;
        if (!complete.isEmpty() && complete.get(0).number == 1) {
            checkHeader(bytes, complete.remove(0));
        }
        // Measurements make long lines, and reading numbers is what takes the time.
        return IntStream.range(0, complete.size())
                .parallel()
                .mapToObj(i -> event(bytes, complete.get(i)))
                .toList();
    }

    private void checkHeader(byte[] bytes, Line line) {
        JsonNode header;
        try {
            header = RunJson.MAPPER.readTree(bytes, line.start, line.length);
        } catch (IOException damaged) {
            throw new RunException(file + " is no event log: its first line is not a header", damaged);
        }
        if (!header.path("type").asText().equals(HEADER)) {
            throw new RunException(file + " is no event log: its first line is not a header");
        }
        int schema = header.path("schema").asInt();
        if (schema > Manifest.SCHEMA) {
            throw new RunException(file + " has schema " + schema + ", newer than " + Manifest.SCHEMA
                    + " known here; use a newer version of the program");
        }
    }

    private SearchEvent event(byte[] bytes, Line line) {
        try {
            return RunJson.MAPPER.readerFor(SearchEvent.class).readValue(bytes, line.start, line.length);
        } catch (IOException damaged) {
            String begin = new String(bytes, line.start, Math.min(line.length, 60), StandardCharsets.UTF_8);
            throw new RunException(file + " line " + line.number + " is damaged: " + begin, damaged);
        }
    }
}
