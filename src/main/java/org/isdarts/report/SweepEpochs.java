package org.isdarts.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isdarts.event.RunEvent;

/** Every epoch of the runs of a sweep, and of the trainings of what they found, a row for each. */
public final class SweepEpochs {
    private static final List<String> COLUMNS = List.of(
            "run",
            "training",
            "epoch",
            "train loss",
            "train top-1",
            "test loss",
            "test top-1",
            "learning rate",
            "seconds");

    /** What a run itself trains is called, beside the trainings that follow it. */
    private static final String SEARCH = "search";

    private SweepEpochs() {}

    /** The table of these runs; those that have finished no epoch have no row. */
    public static TextTable of(List<SweptRun> runs) {
        return new TextTable(COLUMNS, runs.stream().flatMap(SweepEpochs::rows).toList());
    }

    private static Stream<TextTable.Row> rows(SweptRun run) {
        return Stream.concat(
                rows(run.name(), SEARCH, run.search()),
                run.evaluations().stream()
                        .flatMap(evaluation -> rows(run.name(), evaluation.title(), evaluation.run())));
    }

    private static Stream<TextTable.Row> rows(String name, String training, Optional<ComparedRun> run) {
        return run.stream()
                .flatMap(trained -> trained.history().epochs().stream())
                .map(epoch -> row(name, training, epoch));
    }

    private static TextTable.Row row(String name, String training, RunEvent.EpochFinished epoch) {
        List<String> cells = new ArrayList<>(List.of(name, training, Integer.toString(epoch.epoch())));
        cells.addAll(reached(Optional.of(epoch.train())));
        cells.addAll(reached(Optional.ofNullable(epoch.test())));
        cells.add(Double.toString(epoch.rate()));
        cells.add(Double.toString(epoch.seconds()));
        return TextTable.Row.of(cells);
    }

    /** Loss and top-1; empty where nothing was tested. */
    private static List<String> reached(Optional<RunEvent.Accuracy> accuracy) {
        return accuracy.map(known -> List.of(Double.toString(known.loss()), Double.toString(known.top1())))
                .orElse(List.of("", ""));
    }
}
