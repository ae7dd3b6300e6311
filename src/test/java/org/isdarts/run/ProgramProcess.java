package org.isdarts.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as a user runs it. */
public final class ProgramProcess {
    private static final long PATIENCE_SECONDS = 240;

    private final Process process;
    private final Path output;

    private ProgramProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it with these arguments; what it prints goes to a file. */
    public static ProgramProcess start(Path output, List<String> arguments) throws IOException {
        return start(output, "org.isdarts.app.Main", arguments);
    }

    /** Starts another class, likewise. */
    public static ProgramProcess start(Path output, String main, List<String> arguments) throws IOException {
        return start(output, List.of("-Xmx512m"), main, arguments);
    }

    /** Starts a class with options for Java, likewise. */
    public static ProgramProcess start(Path output, List<String> options, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ProgramProcess(process, output);
    }

    /** Waits until it printed a line that contains the text, or ended. */
    public void awaitOutput(String text) throws IOException, InterruptedException {
        while (process.isAlive() && !output().contains(text)) {
            Thread.sleep(20);
        }
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it as SIGKILL does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        await();
    }

    /** Has it stand still, as SIGSTOP does, or go on, as SIGCONT does. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Asks it to end, as SIGTERM does. */
    public void terminate() throws InterruptedException {
        process.destroy();
        await();
    }

    /** Waits for its end and returns the exit code. */
    public int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the program did not end within " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** Tells, on a thread of its own, once it has ended. */
    public void onExit(Runnable told) {
        CompletionStage<Process> end = process.onExit();
        end.thenRun(told);
    }

    /** What it has printed so far. */
    public String output() throws IOException {
        return Files.readString(output);
    }
}
