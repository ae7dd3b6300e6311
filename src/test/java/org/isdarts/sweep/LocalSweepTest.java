package org.isdarts.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.Manifest;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of real searches of some seconds. */
class LocalSweepTest {
    @TempDir
    private Path folder;

    private final Map<Integer, String> told = new ConcurrentHashMap<>();

    private SweepFolder sweep(Map<String, List<String>> axes) {
        return sweep(axes, Map.of());
    }

    private SweepFolder sweep(Map<String, List<String>> axes, Map<String, String> then) {
        Map<String, String> settings =
                new HashMap<>(TinySearch.config().settings().texts());
        settings.keySet().removeAll(axes.keySet());
        return SweepFolder.create(folder.resolve("sweep"), new SweepPlan(axes, settings, List.of(), then));
    }

    private LocalSweep running(SweepFolder sweep, Runnable onBegin) {
        return new LocalSweep(sweep, new LocalSweep.Listener() {
            @Override
            public void began(SweepRun run) {
                onBegin.run();
            }

            @Override
            public void finished(SweepRun run, String genotype) {
                told.put(run.index(), genotype);
            }

            @Override
            public void stopped(SweepRun run) {
                told.put(run.index(), "stopped");
            }

            @Override
            public void crowded(double megabytesOfEach) {
                told.put(-1, "crowded");
            }

            @Override
            public void superseded(SweepRun run) {
                told.put(run.index(), "superseded");
            }

            @Override
            public void failed(SweepRun run, String reason) {
                told.put(run.index(), "failed: " + reason);
            }
        });
    }

    /** A number for the bytes of each tensor of the newest checkpoint. */
    static Map<String, Integer> tensors(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            Path newest = files.filter(file -> file.getFileName().toString().startsWith("checkpoint-"))
                    .max(Path::compareTo)
                    .orElseThrow();
            Map<String, Integer> hashes = new TreeMap<>();
            try (ZipFile zip = new ZipFile(newest.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        hashes.put(entry.getName(), Arrays.hashCode(bytes.readAllBytes()));
                    }
                }
            }
            hashes.keySet().removeIf(name -> !name.startsWith("tensors/"));
            return hashes;
        }
    }

    @Test
    void runsAtTheSameTimeEndWithTheTensorsOfARunAlone() throws IOException {
        SweepFolder sweep = sweep(Map.of("seed", List.of("7", "8")));
        running(sweep, () -> {}).run(sweep.runs(), run -> true, 2);
        Path alone = folder.resolve("alone");
        LocalRunner.run(alone, sweep.run(1).config(), new SearchControl(), event -> {});
        assertThat(tensors(sweep.folderOf(sweep.run(1)))).isNotEmpty().isEqualTo(tensors(alone));
        assertThat(told.get(0)).contains("|");
    }

    @Test
    void whatARunFoundIsTrainedAfterwards() {
        SweepFolder sweep = sweep(Map.of("seed", List.of("7")), Map.of("evaluate", "tiny", "epochs", "2,3"));
        SweepRun run = sweep.run(0);
        running(sweep, () -> {}).run(sweep.runs(), any -> true, 1);
        List<RunFolder> trained =
                sweep.begunOf(run).stream().skip(1).map(RunFolder::open).toList();
        assertThat(trained)
                .allSatisfy(
                        training -> assertThat(training.summary().genotype()).isEqualTo(told.get(0)))
                .extracting(RunFolder::manifest)
                .extracting(Manifest::configuration)
                .allSatisfy(config -> assertThat(config.seed()).isEqualTo(7))
                .extracting(TrainingConfig::epochs)
                .containsExactly(2, 3);
        assertThat(sweep.stateOf(run)).contains(RunState.FINISHED);
    }

    @Test
    void aRunIsNotFinishedBeforeWhatItFoundIsTrained() {
        SweepFolder sweep = sweep(Map.of("seed", List.of("7")), Map.of("evaluate", "tiny"));
        SweepRun run = sweep.run(0);
        LocalRunner.run(sweep.folderOf(run), run.config(), new SearchControl(), event -> {});
        assertThat(sweep.stateOf(run)).isEmpty();
    }

    @Test
    void aRunThatFailsKeepsNoOtherFromBeingDone() {
        SweepFolder sweep = sweep(Map.of("data", List.of("/there/is/nothing", "synthetic")));
        running(sweep, () -> {}).run(sweep.runs(), run -> true, 1);
        assertThat(told.get(0)).startsWith("failed: /there/is/nothing does not exist");
        assertThat(sweep.stateOf(sweep.run(1))).contains(RunState.FINISHED);
    }

    @Test
    void aSweepThatIsAskedToStopSavesItsRunsAndBeginsNoOther() {
        SweepFolder sweep = sweep(Map.of("seed", List.of("1", "2"), "epochs", List.of("500")));
        running(sweep, sweep::askStop).run(sweep.runs(), run -> true, 1);
        assertThat(sweep.stateOf(sweep.run(0))).contains(RunState.STOPPED);
        assertThat(sweep.stateOf(sweep.run(1))).isEmpty();
    }
}
