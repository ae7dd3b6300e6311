package org.isdarts.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isdarts.io.AtomicFile;
import org.isdarts.run.FinishedRuns;
import org.isdarts.run.Origin;
import org.isdarts.run.ProgramVersion;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.WriteFailure;

/** The folder of a sweep: its plan, which is written once, and the folders of its runs. */
public final class SweepFolder {
    /** The plan with every run it stands for. */
    public static final String FILE = "sweep.json";

    /** The folder of the run folders. */
    public static final String RUNS = "runs";

    private static final String STOP = "stop";
    private static final String FAILED = "failed";
    private static final String INDEX = "index.jsonl";
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path path;
    private final Content content;
    private FinishedRuns finished;

    private record Content(String format, int schema, String program, SweepPlan plan, List<SweepRun> runs) {}

    private SweepFolder(Path path, Content content) {
        this.path = path;
        this.content = content;
    }

    /**
     * Begins a sweep.
     *
     * @param path a folder that is not there yet, or is empty
     * @throws SweepException if the folder cannot be used
     * @throws org.isdarts.settings.ViolationException if a combination of the plan cannot be searched
     */
    public static SweepFolder create(Path path, SweepPlan plan) {
        if (Files.exists(path.resolve(FILE))) {
            throw new SweepException(path + " holds a sweep already; resume it, or give another folder");
        }
        Content content = new Content(PlanFile.FORMAT, PlanFile.SCHEMA, ProgramVersion.text(), plan, plan.runs());
        try {
            requireEmpty(path);
            Files.createDirectories(path.resolve(RUNS));
            AtomicFile.write(path.resolve(FILE), MAPPER.writeValueAsBytes(content));
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
        return new SweepFolder(path, content);
    }

    private static void requireEmpty(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            if (files.iterator().hasNext()) {
                throw new SweepException(path + " is not empty; give a new folder for the sweep");
            }
        }
    }

    /**
     * Opens a sweep that was begun.
     *
     * @param given its folder, or the folder of its runs
     * @throws SweepException if the folder holds none
     */
    public static SweepFolder open(Path given) {
        Path path = isOfRuns(given) ? given.toAbsolutePath().getParent() : given;
        Path file = path.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new SweepException(given + " holds no sweep; give the folder of a sweep");
        }
        try {
            Content content = MAPPER.readValue(Files.readAllBytes(file), Content.class);
            if (content.schema() > PlanFile.SCHEMA) {
                throw new SweepException(file + " has schema " + content.schema() + ", newer than " + PlanFile.SCHEMA
                        + " known here; use a newer version of the program");
            }
            return new SweepFolder(path, content);
        } catch (JsonProcessingException damaged) {
            throw new SweepException(file + " is damaged; take it from a copy of the sweep", damaged);
        } catch (IOException unreadable) {
            throw new SweepException(file + " cannot be read; give a folder that can be read", unreadable);
        }
    }

    /**
     * Begins the copy of a sweep that lies elsewhere, whose runs are to be copied too.
     *
     * @param path a folder that is not there yet
     * @param origin where the sweep lies, for people
     * @param plan its {@code sweep.json}
     * @throws SweepException if that is none
     */
    public static SweepFolder copy(Path path, String origin, byte[] plan) throws IOException {
        Files.createDirectories(path.resolve(RUNS));
        Origin.write(path, origin);
        AtomicFile.write(path.resolve(FILE), plan);
        return open(path);
    }

    /** Where the sweep lies that this is a copy of; empty if it is none. */
    public Optional<String> origin() {
        return Origin.of(path);
    }

    /** Dialogs for folders like to go one folder too deep. */
    private static boolean isOfRuns(Path given) {
        return given.endsWith(RUNS) && !Files.exists(given.resolve(FILE));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** What it searches. */
    public SweepPlan plan() {
        return content.plan();
    }

    /** All of its runs, by their index. */
    public List<SweepRun> runs() {
        return content.runs();
    }

    /**
     * The run with an index.
     *
     * @throws SweepException if there is none
     */
    public SweepRun run(int index) {
        if (index < 0 || index >= runs().size()) {
            throw new SweepException("there is no run " + index + "; give 0 to " + (runs().size() - 1));
        }
        return runs().get(index);
    }

    /** The folder of a run, which is there once the run has begun. */
    public Path folderOf(SweepRun run) {
        return path.resolve(RUNS).resolve(run.name());
    }

    /** The folder in which what a run found is trained; there once that has begun. */
    public Path evaluationOf(SweepRun run, SweepEvaluation evaluation) {
        return path.resolve(RUNS).resolve(run.name() + evaluation.suffix());
    }

    /** The folders of a run that have begun: that of its search, then those of its trainings. */
    public List<Path> begunOf(SweepRun run) {
        return Stream.concat(
                        Stream.of(folderOf(run)),
                        plan().evaluations().stream().map(evaluation -> evaluationOf(run, evaluation)))
                .filter(RunFolder::isRun)
                .toList();
    }

    /**
     * Where a run stands; empty if it has not begun. Where what was found is to be trained, it is not finished before that is.
     *
     * @throws org.isdarts.run.RunException if its folder is damaged
     */
    public Optional<RunState> stateOf(SweepRun run) {
        Optional<RunState> state = stateOf(folderOf(run));
        if (state.isEmpty() && failureOf(run).isPresent()) {
            return Optional.of(RunState.FAILED);
        }
        for (SweepEvaluation evaluation : plan().evaluations()) {
            if (state.filter(RunState.FINISHED::equals).isEmpty()) {
                return state;
            }
            state = stateOf(evaluationOf(run, evaluation));
        }
        return state;
    }

    /** Whether a run is neither over nor being done. */
    public boolean isLeft(SweepRun run) {
        return stateOf(run)
                .filter(state -> state == RunState.FINISHED || state == RunState.FAILED || state.isLive())
                .isEmpty();
    }

    /** How many runs have failed. */
    public long failedRuns() {
        return runs().stream()
                .filter(run -> stateOf(run).filter(RunState.FAILED::equals).isPresent())
                .count();
    }

    /** Why a run failed that has no folder of its own yet, in one line; empty if it has one, or has not failed. */
    public Optional<String> failureOf(SweepRun run) {
        Path told = failure(run);
        if (RunFolder.isRun(folderOf(run)) || !Files.exists(told)) {
            return Optional.empty();
        }
        try {
            return Files.readString(told).lines().findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Why runs failed that have no folder of their own, by their names. */
    public Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        runs().forEach(run -> failureOf(run).ifPresent(reason -> failures.put(run.name(), reason)));
        return failures;
    }

    /** Records why a run failed before it had a folder of its own. */
    public void fail(SweepRun run, String reason) {
        try {
            Files.createDirectories(path.resolve(FAILED));
            AtomicFile.write(failure(run), (reason + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
    }

    private Path failure(SweepRun run) {
        return path.resolve(FAILED).resolve(run.name() + ".txt");
    }

    private Optional<RunState> stateOf(Path folder) {
        return RunFolder.isRun(folder)
                ? Optional.of(finishedRuns().summary(folder).state())
                : Optional.empty();
    }

    /** Tells of its runs without reading the logs of those that are finished again. */
    public synchronized FinishedRuns finishedRuns() {
        if (finished == null) {
            finished = FinishedRuns.in(path.resolve(INDEX));
        }
        return finished;
    }

    /** Asks every process that runs this sweep to save its runs and end. */
    public void askStop() {
        try {
            Files.write(path.resolve(STOP), new byte[0]);
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
    }

    /** Whether its runs are to be saved and ended. */
    public boolean isStopAsked() {
        return Files.exists(path.resolve(STOP));
    }

    /** Takes the wish to stop back. */
    public void forgetStop() {
        try {
            Files.deleteIfExists(path.resolve(STOP));
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
    }

    private static SweepException unwritable(Path path, IOException failed) {
        return new SweepException(
                "cannot write to " + path + " (" + WriteFailure.reason(failed) + "); give a folder that can be written",
                failed);
    }
}
