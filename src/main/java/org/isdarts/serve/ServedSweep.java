package org.isdarts.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.isdarts.run.CopiedRun;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.Summary;
import org.isdarts.sweep.SweepException;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;

/**
 * The sweep that a server offers, as a copy on this machine. {@link #update} brings it up to date, on one thread; all
 * else may be asked on any.
 */
public final class ServedSweep {
    /** What a server calls runs becomes folders here, which must lie in that of the copy. */
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[^/\\\\:\\x00]+");

    /** Bytes asked for at once. */
    private static final int PORTION = 1 << 20;

    private final RunsClient client;
    private final SweepFolder copy;
    private final Map<String, CopiedRun> copies = new HashMap<>();
    private final Map<String, OfferedRun> offered = new ConcurrentHashMap<>();
    private final Set<String> over = new HashSet<>();

    private ServedSweep(RunsClient client, SweepFolder copy) {
        this.client = client;
        this.copy = copy;
    }

    /**
     * Begins a copy without runs.
     *
     * @param folder where it is made, which is not there yet
     * @throws ServerException if the server offers no sweep, or one that cannot be read
     */
    public static ServedSweep copy(RunsClient client, Path folder) throws IOException {
        byte[] plan =
                client.sweep().orElseThrow(() -> new ServerException(client.server() + " offers no sweep any more"));
        SweepFolder copy = copy(client, folder, plan);
        if (!copy.runs().stream().map(SweepRun::name).allMatch(NAME.asMatchPredicate())) {
            throw new ServerException(
                    client.server() + " offers a sweep whose runs cannot be folders; ask isdarts serve");
        }
        return new ServedSweep(client, copy);
    }

    private static SweepFolder copy(RunsClient client, Path folder, byte[] plan) throws IOException {
        try {
            return SweepFolder.copy(folder, client.server().toString(), plan);
        } catch (SweepException unreadable) {
            throw new ServerException(client.server()
                    + " offers a sweep that this version cannot read; open its runs one by one, or use that version");
        }
    }

    /** The copy. */
    public SweepFolder folder() {
        return copy;
    }

    /** Who is asked. */
    public RunsClient client() {
        return client;
    }

    /** The run of which a folder is the copy, as it was offered last. */
    public OfferedRun offered(Path run) {
        return offered.get(run.getFileName().toString());
    }

    /**
     * Takes over what has happened since the last time.
     *
     * @throws IOException if the server does not answer; what has been taken over stays
     * @throws ServerException if it refuses
     */
    public void update() throws IOException {
        for (OfferedRun run : client.list()) {
            if (run.canBeOpened() && NAME.matcher(run.name()).matches() && !over.contains(run.name())) {
                offered.put(run.name(), run);
                update(run.name());
            }
        }
        Map<String, String> failures = client.failures();
        copy.runs().stream()
                .filter(run -> failures.containsKey(run.name()))
                .filter(run -> copy.failureOf(run).isEmpty())
                .forEach(run -> copy.fail(run, failures.get(run.name())));
    }

    /** Where the run stands is asked before its log, so that the log tells of all that it says. */
    private void update(String name) throws IOException {
        Summary summary = client.summary(name);
        CopiedRun run = copies.get(name);
        if (run == null) {
            run = CopiedRun.begin(
                    copy.path().resolve(SweepFolder.RUNS).resolve(name),
                    new RunAddress(client.server(), Optional.of(name)).toString(),
                    client.file(name, RunFolder.MANIFEST));
            copies.put(name, run);
        }
        takeLog(name, run, summary.claim());
        if (summary.state() == RunState.FINISHED && summary.genotype() != null) {
            run.found(client.file(name, RunFolder.GENOTYPE));
        }
        run.stands(summary);
        if (summary.state() == RunState.FINISHED) {
            over.add(name);
        }
    }

    private void takeLog(String name, CopiedRun run, int claim) throws IOException {
        int portion = PORTION;
        byte[] more;
        do {
            more = client.log(name, run.logSize(claim), portion);
            // A line may be longer.
            portion = run.append(claim, more) == 0 ? 2 * portion : PORTION;
        } while (more.length >= PORTION);
    }
}
