package org.isdarts.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.isdarts.event.RunEvent;

/**
 * The event log of a run: JSON, one event a line, only ever appended to. The first line names the schema. A line is
 * complete once its line feed is there; what follows the last line feed is a torn line, left by a process that was
 * killed while writing, and is passed over by readers and removed by the next writer.
 */
final class EventLog implements Closeable {
    private static final String HEADER = "header";
    private static final byte LINE_FEED = '\n';

    private final FileChannel channel;

    private EventLog(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the log for appending, and begins it if there is none. */
    static EventLog append(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            channel.truncate(completeLength(channel));
            channel.position(channel.size());
            EventLog log = new EventLog(channel);
            if (channel.size() == 0) {
                log.write(RunJson.MAPPER.writeValueAsBytes(Map.of("type", HEADER, "schema", Manifest.SCHEMA)));
            }
            return log;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static long completeLength(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == LINE_FEED) {
                return end;
            }
        }
        return 0;
    }

    /** Appends one event. */
    void append(RunEvent event) throws IOException {
        write(RunJson.MAPPER.writerFor(RunEvent.class).writeValueAsBytes(event));
    }

    private void write(byte[] json) throws IOException {
        long before = channel.position();
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put(LINE_FEED).flip();
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException failed) {
            channel.truncate(before);
            throw failed;
        }
    }

    /** Makes sure that everything appended survives a crash of the machine. */
    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
