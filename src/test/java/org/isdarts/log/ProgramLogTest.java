package org.isdarts.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLogTest {
    @TempDir
    private Path home;

    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private Thread.UncaughtExceptionHandler before;
    private ProgramLog log;
    private Handler handler;

    @BeforeEach
    void open() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        log = ProgramLog.in(home.resolve("100 % logs"));
        handler = log.open(told::add);
    }

    @AfterEach
    void close() {
        Logger.getLogger("").removeHandler(handler);
        handler.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void anExceptionThatNobodyCatchesIsToldAndLoggedWithItsStack() throws InterruptedException {
        Thread failing = new Thread(
                () -> {
                    throw new IllegalStateException("no such place");
                },
                "isdarts-trial");
        failing.start();
        failing.join();
        assertThat(told).singleElement().satisfies(fault -> assertThat(fault).hasMessage("no such place"));
        assertThat(log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.level()).isEqualTo("SEVERE");
            assertThat(entry.text()).contains("isdarts-trial", "no such place", "at org.isdarts.log.ProgramLogTest");
            assertThat(entry.headline())
                    .matches(
                            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  SEVERE  Uncaught exception in thread isdarts-trial .*");
        });
    }

    @Test
    void aFolderThatCannotBeMadeDisturbsNobody() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        Handler instead = ProgramLog.in(file.resolve("logs")).open(told::add);
        Logger.getLogger("").removeHandler(instead);
        assertThat(ProgramLog.in(file.resolve("logs")).entries()).isEmpty();
    }

    @Test
    void aProcessThatIsGoneWithoutAWordCrashed() throws Exception {
        Process gone = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version").start();
        gone.waitFor();
        Files.writeString(home.resolve("running-" + gone.pid()), "");
        assertThat(CrashMarker.takeCrashed(home)).isTrue();
        assertThat(CrashMarker.takeCrashed(home)).isFalse();
    }

    /** As a fault in native code would end it; the report lies wherever the program was started from. */
    @Test
    void theReportOfACrashInNativeCodeIsMovedToTheLogAndReadWithIt() throws Exception {
        Path place = Files.createDirectory(home.resolve("working folder"));
        Process program = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:-CreateCoredumpOnCrash",
                        "-cp",
                        absoluteClassPath(),
                        Marked.class.getName(),
                        log.folder().toString())
                .directory(place.toFile())
                .start();
        program.inputReader().readLine();
        new ProcessBuilder("kill", "-SEGV", Long.toString(program.pid()))
                .start()
                .waitFor();
        program.inputReader().lines().forEach(line -> {});
        program.waitFor();
        assertThat(place).isNotEmptyDirectory();
        assertThat(CrashMarker.takeCrashed(log.folder())).isTrue();
        assertThat(place).isEmptyDirectory();
        assertThat(log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.level()).isEqualTo("SEVERE");
            assertThat(entry.text())
                    .startsWith("Java crashed in native code: SIGSEGV")
                    .contains("Native frames");
        });
    }

    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(place -> Path.of(place).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A program that has begun and does not end. */
    static final class Marked {
        private Marked() {}

        public static void main(String[] arguments) throws InterruptedException {
            CrashMarker.begin(Path.of(arguments[0]));
            System.out.println("begun");
            Thread.currentThread().join();
        }
    }

    @Test
    void aProcessThatEndedAsItShouldDidNotCrash() {
        CrashMarker.begin(home).end();
        assertThat(CrashMarker.takeCrashed(home)).isFalse();
    }

    @Test
    void aProcessThatStillRunsDidNotCrash() throws Exception {
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(home.resolve("running-" + alive), "");
        assertThat(CrashMarker.takeCrashed(home)).isFalse();
    }
}
