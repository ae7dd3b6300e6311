package org.isdarts.log;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Java writes when native code crashes it, a file {@code hs_err_pid*.log}. */
final class CrashReport {
    private static final String PREFIX = "hs_err_pid";
    private static final String FILE = PREFIX + "%p.log";

    private CrashReport() {}

    /** Where this process would write its report: Java takes the first of these that can be written. */
    static List<Path> places() {
        String pid = Long.toString(ProcessHandle.current().pid());
        return Stream.of(
                        chosen(),
                        FILE,
                        Path.of(System.getProperty("java.io.tmpdir"), FILE).toString())
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place.replace("%p", pid)).toAbsolutePath())
                .toList();
    }

    /** What the launcher asks for; empty where it does not. */
    private static String chosen() {
        return Objects.requireNonNullElse(
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .getVMOption("ErrorFile")
                        .getValue(),
                "");
    }

    /** Moves the reports that lie in these places into a folder. */
    static void bring(List<Path> places, Path folder) throws IOException {
        for (Path place : places) {
            if (Files.isRegularFile(place) && !folder.equals(place.getParent())) {
                Files.move(place, folder.resolve(place.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static boolean isReport(Path file) {
        return file.getFileName().toString().startsWith(PREFIX);
    }

    /** A report as an entry of the log: where it crashed, and below it all that Java wrote. */
    static LogEntry entry(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return new LogEntry(
                Files.getLastModifiedTime(file).toString(),
                "SEVERE",
                "Java crashed in native code" + cause(text) + "\n" + text);
    }

    /** The signal and the place in the code, which stand at the head between lines of the same mark. */
    private static String cause(String text) {
        List<String> head = text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .toList();
        String told = Stream.concat(
                        head.stream().filter(line -> line.contains(" at pc=")).map(line -> line.replaceAll(" .*", "")),
                        head.stream()
                                .dropWhile(line -> !line.startsWith("Problematic frame"))
                                .skip(1)
                                .limit(1))
                .collect(Collectors.joining(" in "));
        return told.isEmpty() ? "" : ": " + told;
    }
}
