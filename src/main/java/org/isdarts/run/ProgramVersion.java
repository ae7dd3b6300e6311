package org.isdarts.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the program is called, and which version of it this is. */
public final class ProgramVersion {
    /** The program's name, as people read it. */
    public static final String PROGRAM = "IS-DARTS Workbench";

    private static final String TEXT = read();

    private ProgramVersion() {}

    /** The version as the build has written it down. */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream file = ProgramVersion.class.getResourceAsStream("version.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
