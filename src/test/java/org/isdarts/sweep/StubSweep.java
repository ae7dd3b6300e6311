package org.isdarts.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.isdarts.event.RunEvent;
import org.isdarts.event.RunEvent.Accuracy;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.run.SimulatedRun;
import org.isdarts.run.TinySearch;
import org.isdarts.search.Search;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.TrainingConfig;
import org.isdarts.space.Genotype;
import org.isdarts.strategy.isdarts.IsDartsScores;

/** Sweeps of thousands of runs that take milliseconds: each writes what a search of ten epochs says, and trains nothing. */
public final class StubSweep {
    /** Epochs of each run. */
    public static final int EPOCHS = 10;

    private StubSweep() {}

    /** A sweep of that many runs, half of them decided by each of two measurements, of which none has begun. */
    public static SweepFolder create(Path folder, int runs) {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        axes.put("importance", List.of("fisher", "iim"));
        axes.put("seed", IntStream.range(0, runs / 2).mapToObj(String::valueOf).toList());
        Map<String, String> settings =
                new LinkedHashMap<>(TinySearch.config().settings().texts());
        settings.put("epochs", Integer.toString(EPOCHS));
        settings.keySet().removeAll(axes.keySet());
        return SweepFolder.create(folder, new SweepPlan(axes, settings, List.of(), Map.of()));
    }

    /** Does the runs that have not begun, two at the same time; tells the genotypes found by the index of their runs. */
    public static Map<Integer, String> run(SweepFolder sweep) {
        Outcomes outcomes = new Outcomes();
        new LocalSweep(sweep, outcomes, 2, (folder, config, control, told) -> {
                    told.accept(new RunEvent.BatchProgress(0, 1, 1, 5, 2.3, 0.1, 0.025, 80, 1, 10));
                    SimulatedRun.write(folder, config, 0, events(config));
                    return Search.End.FINISHED;
                })
                .run(sweep.runs(), run -> sweep.stateOf(run).isEmpty());
        return outcomes.found;
    }

    private static List<RunEvent> events(TrainingConfig config) {
        Random random = new Random(config.seed());
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.Started(
                0,
                IsDartsScores.method(((SearchConfig) config).settings()),
                config.settings(),
                "CPU",
                "nd4j",
                80,
                40,
                5,
                1_000,
                10));
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            Accuracy reached = new Accuracy(2.3 - 0.1 * epoch, 0.05 * epoch + 0.1 * random.nextDouble(), 0.9);
            events.add(new EpochFinished(epoch, epoch, reached, reached, 0.025, 1, 80));
        }
        events.add(new RunEvent.Finished(
                EPOCHS, EPOCHS, Genotype.sample(config.searchSpace()).notation(), EPOCHS));
        return events;
    }
}
