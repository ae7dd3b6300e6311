package org.isdarts.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isdarts.event.RunEvent;
import org.isdarts.run.Manifest;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.Genotype;
import org.isdarts.sweep.SweepEvaluation;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;

/**
 * A run of a sweep, whether it has begun or not.
 *
 * @param name what it is called
 * @param config the settings it was planned with
 * @param state where it stands, in a word
 * @param search what happened in it; empty before it began, or if it cannot be read
 * @param evaluations the trainings of what it found that the plan asks for, in its order
 */
public record SweptRun(
        String name, SearchConfig config, String state, Optional<ComparedRun> search, List<Evaluation> evaluations) {
    /** The state of a run that has not begun. */
    public static final String WAITING = "waiting";

    private static final double SECONDS_OF_AN_HOUR = 3_600;

    public SweptRun {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * A training of what a run found.
     *
     * @param title what its accuracy is called
     * @param run what happened in it; empty before it began, or if it cannot be read
     */
    public record Evaluation(String title, Optional<ComparedRun> run) {
        boolean isFinished() {
            return run.filter(ComparedRun::isFinished).isPresent();
        }

        /** Test accuracy of the trained network after its last epoch, in [0, 1]; NaN before that. */
        double accuracy() {
            return run.filter(ComparedRun::isFinished).map(ComparedRun::test).orElse(Double.NaN);
        }

        /** The share of test images whose class was then among the first five, in [0, 1]; NaN before that. */
        double top5() {
            return run.filter(ComparedRun::isFinished)
                    .map(ComparedRun::testTop5)
                    .orElse(Double.NaN);
        }
    }

    /** All runs of a sweep, in its order. */
    public static List<SweptRun> of(SweepFolder sweep) {
        return sweep.runs().parallelStream().map(run -> of(sweep, run)).toList();
    }

    private static SweptRun of(SweepFolder sweep, SweepRun run) {
        try {
            SearchConfig config = run.config();
            String state = sweep.stateOf(run).map(RunState::label).orElse(WAITING);
            return new SweptRun(
                    run.name(),
                    config,
                    state,
                    Optional.of(sweep.folderOf(run)).filter(RunFolder::isRun).map(folder -> read(sweep, run, folder)),
                    sweep.plan().evaluations().stream()
                            .map(evaluation -> training(sweep, run, evaluation))
                            .toList());
        } catch (RunException damaged) {
            return new SweptRun(run.name(), run.config(), RunState.DAMAGED.label(), Optional.empty(), List.of());
        }
    }

    private static Evaluation training(SweepFolder sweep, SweepRun run, SweepEvaluation evaluation) {
        Path folder = sweep.evaluationOf(run, evaluation);
        return new Evaluation(
                evaluation.title(), Optional.of(folder).filter(RunFolder::isRun).map(there -> read(sweep, run, there)));
    }

    private static ComparedRun read(SweepFolder sweep, SweepRun run, Path folder) {
        Manifest manifest = RunFolder.open(folder).manifest();
        return new ComparedRun(
                run.name(),
                manifest.configuration(),
                sweep.finishedRuns().summary(folder),
                sweep.finishedRuns().history(folder),
                CostedNetwork.sizeIn(manifest));
    }

    /** What was found, if the search is finished. */
    public Optional<ComparedRun> finished() {
        return search.filter(ComparedRun::isFinished);
    }

    /** The genotype of its finished search. */
    public Optional<Genotype> genotype() {
        return finished().flatMap(ComparedRun::genotype);
    }

    /** What its finished search took, in hours; NaN before that. */
    double hours() {
        return finished()
                .map(found -> found.history().epochs().stream()
                                .mapToDouble(RunEvent.EpochFinished::seconds)
                                .sum()
                        / SECONDS_OF_AN_HOUR)
                .orElse(Double.NaN);
    }

    /** The first of the trainings of what it found, once it has begun. */
    Optional<ComparedRun> training() {
        return evaluations.stream().findFirst().flatMap(Evaluation::run);
    }

    /** Test accuracy after the last epoch of the first of its trainings, in [0, 1]; NaN before that. */
    public double evaluated() {
        return evaluations.stream().findFirst().map(Evaluation::accuracy).orElse(Double.NaN);
    }

    /** The same of the training of that title. */
    double evaluated(String title) {
        return evaluations.stream()
                .filter(evaluation -> evaluation.title().equals(title))
                .findFirst()
                .map(Evaluation::accuracy)
                .orElse(Double.NaN);
    }

    /** Whether it has begun. */
    public boolean hasBegun() {
        return search.isPresent() || !state.equals(WAITING);
    }
}
