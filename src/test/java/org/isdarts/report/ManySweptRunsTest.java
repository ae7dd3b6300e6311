package org.isdarts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.TinySearch;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepPlan;
import org.isdarts.sweep.SweepRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of 2,000 runs, each of which says what one short search said at the ends of its epochs. */
class ManySweptRunsTest {
    private static final int RUNS = 2_000;

    @TempDir
    private static Path folder;

    private static SweepFolder sweep;

    @BeforeAll
    static void begin() throws IOException {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        axes.put("importance", List.of("fisher", "iim"));
        axes.put("seed", IntStream.range(0, RUNS / 2).mapToObj(String::valueOf).toList());
        Map<String, String> settings =
                new LinkedHashMap<>(TinySearch.config().settings().texts());
        settings.keySet().removeAll(axes.keySet());
        sweep = SweepFolder.create(folder.resolve("sweep"), new SweepPlan(axes, settings, List.of(), Map.of()));
        Path searched = folder.resolve("searched");
        RealRuns.copyTo("fisher-7", searched);
        shorten(searched.resolve(RunFolder.EVENTS));
        for (SweepRun run : sweep.runs()) {
            Path own = Files.createDirectory(sweep.folderOf(run));
            for (String file : List.of(RunFolder.MANIFEST, RunFolder.SUMMARY, RunFolder.EVENTS)) {
                Files.createLink(own.resolve(file), searched.resolve(file));
            }
        }
    }

    /** Leaves of a log what a table reads. */
    private static void shorten(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            Files.write(
                    log,
                    lines.filter(line -> Stream.of("header", "epoch_finished", "finished")
                                    .anyMatch(type -> line.contains("\"type\":\"" + type + "\"")))
                            .collect(Collectors.toList()));
        }
    }

    @Test
    void theTableCountsThemAll() {
        TextTable table = new SweepTable(SweptRun.of(sweep), Optional.empty()).table();
        assertThat(table.rows()).hasSize(RUNS + 2);
        assertThat(table.rows().get(0).shown(table.columns().indexOf("seed"))).isEqualTo("n = 1000 of 1000");
    }

    @Test
    void allStandAsFinished() {
        SweepFolder again = SweepFolder.open(sweep.path());
        assertThat(again.runs())
                .allSatisfy(run -> assertThat(again.stateOf(run)).contains(RunState.FINISHED));
    }

    /** All runs share one log, which says nothing any more but looks as it did. */
    @Test
    void theTableIsTheSameWithoutTheLogsOfRunsThatAreKnownAlready() throws IOException {
        TextTable first = new SweepTable(SweptRun.of(sweep), Optional.empty()).table();
        Path log = sweep.folderOf(sweep.run(0)).resolve(RunFolder.EVENTS);
        byte[] said = Files.readAllBytes(log);
        FileTime written = Files.getLastModifiedTime(log);
        replace(log, new byte[said.length], written);
        TextTable again = new SweepTable(SweptRun.of(SweepFolder.open(sweep.path())), Optional.empty()).table();
        replace(log, said, written);
        assertThat(again.rows()).isEqualTo(first.rows());
    }

    private static void replace(Path log, byte[] content, FileTime written) throws IOException {
        Files.write(log, content);
        Files.setLastModifiedTime(log, written);
    }
}
