package org.isdarts.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.Wish;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks something of the search in a run folder, whatever process of this machine runs it, and waits until it has done so. */
abstract class SteeringCommand implements Callable<Integer> {
    private static final long LOOK_AGAIN_NANOSECONDS = 100_000_000;

    private final Wish.Kind kind;
    private final Set<RunState> wanted;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = RunPlace.NAMED + ".")
    private String name;

    @Option(
            names = "--wait",
            paramLabel = "S",
            defaultValue = "60",
            description = "Seconds to wait for the search at most (default: ${DEFAULT-VALUE}).")
    private Integer seconds;

    /**
     * @param kind what is asked
     * @param wanted the states that the run is in when that is done
     */
    SteeringCommand(Wish.Kind kind, Set<RunState> wanted) {
        this.kind = kind;
        this.wanted = wanted;
    }

    /** {@code pause}. */
    @Command(
            name = "pause",
            description = "Pauses a running search after its current batch and saves its state.",
            mixinStandardHelpOptions = true)
    static final class Pause extends SteeringCommand {
        Pause() {
            super(Wish.Kind.PAUSE, Set.of(RunState.PAUSED));
        }
    }

    /** {@code resume}. */
    @Command(
            name = "resume",
            description = "Resumes a paused search. A stopped one is resumed by 'search --resume'.",
            mixinStandardHelpOptions = true)
    static final class Resume extends SteeringCommand {
        Resume() {
            super(Wish.Kind.RESUME, Set.of(RunState.RUNNING, RunState.FINISHED));
        }
    }

    /** {@code stop}. */
    @Command(
            name = "stop",
            description = "Stops a running or paused search after saving its state.",
            mixinStandardHelpOptions = true)
    static final class Stop extends SteeringCommand {
        Stop() {
            super(Wish.Kind.STOP, Set.of(RunState.STOPPED));
        }
    }

    /** {@code checkpoint}. */
    @Command(
            name = "checkpoint",
            description = "Saves the state of a running search, which continues.",
            mixinStandardHelpOptions = true)
    static final class Checkpoint extends SteeringCommand {
        Checkpoint() {
            super(Wish.Kind.CHECKPOINT, Set.of(RunState.RUNNING, RunState.PAUSED));
        }
    }

    @Override
    public Integer call() {
        RunFolder run = RunPlace.named(name);
        Path folder = run.path();
        run.whyNotSteered().ifPresent(reason -> {
            throw new UserMistake("cannot " + kind.label() + " " + folder + ": " + reason + whatElse(run));
        });
        if (!isAnsweredInTime(run, Wish.ask(run, kind))) {
            return complain("the search in " + folder + " has not answered within " + seconds
                    + " s; it looks between two batches, so give it a longer --wait. One that an older version of the"
                    + " program began never answers");
        }
        RunState state = run.summary().state();
        if (!wanted.contains(state)) {
            return complain("could not " + kind.label() + " " + folder + ": by now it is " + state + whatElse(run));
        }
        spec.commandLine().getOut().println(words(run, state));
        return 0;
    }

    /** A process that is gone answers no more; where the run stands tells the rest. */
    private boolean isAnsweredInTime(RunFolder run, Wish wish) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        boolean answered = false;
        while (!answered && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOSECONDS);
            answered = wish.isAnswered(run) || !run.isSearchedHere();
        }
        wish.withdraw(run);
        return answered;
    }

    private String words(RunFolder run, RunState state) {
        return switch (state) {
            case PAUSED -> "paused and saved; resume with: "
                    + Terminal.call("resume", run.path().toString());
            case STOPPED -> "stopped and saved; resume with: " + RunPlace.resuming(run);
            case RUNNING -> kind == Wish.Kind.CHECKPOINT ? "saved; the search continues" : "the search continues";
            default -> "the search is " + state;
        };
    }

    /** How a run goes on that no process searches; nothing for one that is finished or runs. */
    private String whatElse(RunFolder run) {
        RunState state = run.summary().state();
        return state == RunState.FINISHED
                        || state.isLive()
                        || run.whyNotResumed().isPresent()
                ? ""
                : "; resume with: " + RunPlace.resuming(run);
    }

    private int complain(String words) {
        spec.commandLine().getErr().println("isdarts: " + words);
        return CommandLineTool.FAILED;
    }
}
