package org.isdarts.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The log of this program: files of at most a megabyte, of which each process keeps the newest three. */
public final class ProgramLog {
    private static final int MAX_BYTES = 1 << 20;
    private static final int FILES = 3;
    /** Held, because the log manager forgets loggers that nobody holds. */
    private static final Logger LOGGER = Logger.getLogger("org.isdarts");

    private final Path folder;

    private ProgramLog(Path folder) {
        this.folder = folder;
    }

    /** In the folder {@code .isdarts/logs} of this user. */
    public static ProgramLog ofThisUser() {
        return in(Path.of(System.getProperty("user.home"), ".isdarts", "logs"));
    }

    /** In this folder, which is made when something is written. */
    public static ProgramLog in(Path folder) {
        return new ProgramLog(folder);
    }

    /**
     * Writes from now on what any part of the program logs, in place of the console, with the exceptions that were not
     * catches.
     *
     * @param told called with every uncaught exception, on the thread that it ended
     * @return what ends the writing; where the folder cannot be written to, to the console
     */
    public Handler open(Consumer<Throwable> told) {
        Handler file = file();
        Logger root = Logger.getLogger("");
        Stream.of(root.getHandlers()).filter(ConsoleHandler.class::isInstance).forEach(root::removeHandler);
        root.addHandler(file);
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            LOGGER.log(Level.SEVERE, "Uncaught exception in thread " + thread.getName(), fault);
            told.accept(fault);
        });
        return file;
    }

    private Handler file() {
        try {
            Files.createDirectories(folder);
            // FileHandler reads % in a pattern; one in the folder's name is doubled.
            String place = folder.toString().replace("%", "%%");
            FileHandler handler = new FileHandler(place + "/isdarts-%u-%g.log", MAX_BYTES, FILES, true);
            handler.setEncoding(StandardCharsets.UTF_8.name());
            handler.setFormatter(new LogLineFormat());
            handler.setLevel(Level.INFO);
            return handler;
        } catch (IOException | SecurityException unwritable) {
            return new ConsoleHandler();
        }
    }

    /** The folder in which the files are. */
    public Path folder() {
        return folder;
    }

    /**
     * All entries, the oldest first, and Java's reports of crashes among them; without those that another process removes
     * meanwhile.
     */
    public List<LogEntry> entries() {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        List<LogEntry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".log")).forEach(file -> entries.addAll(read(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the log in " + folder, unreadable);
        }
        entries.sort(Comparator.comparing(LogEntry::time));
        return entries;
    }

    private static List<LogEntry> read(Path file) {
        try {
            return CrashReport.isReport(file)
                    ? List.of(CrashReport.entry(file))
                    : LogLineFormat.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException removed) {
            return List.of();
        }
    }

    /** An exception with its stack, as it stands in the log. */
    public static String details(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
