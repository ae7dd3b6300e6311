package org.isdarts.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.ToIntFunction;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.event.RunEvent.CheckpointWritten;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.event.RunEvent.Failed;
import org.isdarts.event.RunEvent.Finished;
import org.isdarts.event.RunEvent.Paused;
import org.isdarts.event.RunEvent.Resumed;
import org.isdarts.event.RunEvent.Started;
import org.isdarts.event.RunEvent.Stopped;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.event.RunEvent.Unrecognized;
import org.isdarts.event.RunEvent.Warning;
import org.isdarts.event.RunEvent.WarningKind;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.event.SearchEvent.EdgesScored;
import org.isdarts.event.SearchEvent.Gauged;
import org.isdarts.event.SearchEvent.GenotypeRead;
import org.isdarts.event.SearchEvent.MaskChanged;
import org.isdarts.event.SearchEvent.OperationsDiscarded;
import org.isdarts.event.SearchEvent.StageBegan;
import org.isdarts.event.SearchEvent.SubnetSampled;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;
import org.isdarts.space.notation.GenotypeReader;

/**
 * The step from one {@link History} to the next. Lists are replaced, never changed, so histories share what they have
 * in common.
 */
final class HistoryFold {
    private static final Set<WarningKind> OF_FILES = Set.of(WarningKind.DAMAGED_CHECKPOINT, WarningKind.DAMAGED_LOG);

    private Started start;
    private SearchState state;
    private BatchProgress progress;
    private List<EpochFinished> epochs;
    private List<CandidatesScored> scores;
    private List<EdgesScored> edgeScores;
    private List<Gauged> gauges;
    private List<SubnetSampled> samples;
    private List<GenotypeRead> readings;
    private List<StageBegan> stages;
    private List<OperationsDiscarded> discards;
    private List<MaskChanged> masks;
    private TestImagesJudged judged;
    private List<Paused> pauses;
    private List<Warning> warnings;
    private List<Unrecognized> unrecognized;
    private RunEvent end;

    HistoryFold(History history) {
        start = history.start();
        state = history.state();
        progress = history.progress();
        epochs = history.epochs();
        scores = history.scores();
        edgeScores = history.edgeScores();
        gauges = history.gauges();
        samples = history.samples();
        readings = history.readings();
        stages = history.stages();
        discards = history.discards();
        masks = history.masks();
        judged = history.judged();
        pauses = history.pauses();
        warnings = history.warnings();
        unrecognized = history.unrecognized();
        end = history.end();
    }

    History history() {
        return new History(
                start,
                state,
                progress,
                epochs,
                scores,
                edgeScores,
                gauges,
                samples,
                readings,
                stages,
                discards,
                masks,
                judged,
                pauses,
                warnings,
                unrecognized,
                end);
    }

    void add(RunEvent event) {
        if (event instanceof SearchEvent found) {
            addOfSearch(found);
        } else {
            addOfRun(event);
        }
        state = SearchState.after(event).orElse(state);
    }

    private void addOfRun(RunEvent event) {
        if (event instanceof Started started) {
            start = started;
        } else if (event instanceof BatchProgress batch) {
            progress = batch;
        } else if (event instanceof EpochFinished epoch) {
            epochs = appended(epochs, epoch);
        } else if (event instanceof TestImagesJudged said) {
            judged = said;
        } else if (event instanceof Paused paused) {
            pauses = appended(pauses, paused);
        } else if (event instanceof Resumed resumed) {
            resume(resumed);
        } else if (event instanceof Warning warning) {
            warnings = appended(warnings, warning);
        } else if (event instanceof Unrecognized unknown) {
            unrecognized = appended(unrecognized, unknown);
        } else if (event instanceof Finished finished) {
            end = finished;
            keepFound(finished);
        } else if (event instanceof Stopped || event instanceof Failed) {
            end = event;
        } else if (!(event instanceof CheckpointWritten)) {
            throw new IllegalArgumentException("a history cannot take " + event);
        }
    }

    /** Where the genotype is read only at the end, nothing but its operations is kept from then on. */
    private void keepFound(Finished finished) {
        if (start == null) {
            // The log is damaged, and lost its beginning.
            return;
        }
        SearchSpace space = start.settings().get(SpaceSettings.SPACE);
        Map<CellType, Mask> found = Mask.of(GenotypeReader.read(space, finished.genotype()));
        if (masks.isEmpty() || !masks.get(masks.size() - 1).masks().equals(found)) {
            masks = appended(masks, new MaskChanged(finished.time(), finished.epoch(), found));
        }
    }

    private void addOfSearch(SearchEvent event) {
        if (event instanceof CandidatesScored scored) {
            scores = replaced(scores, scored, CandidatesScored::epoch, CandidatesScored::over);
        } else if (event instanceof EdgesScored scored) {
            edgeScores = replaced(edgeScores, scored, EdgesScored::epoch, EdgesScored::over);
        } else if (event instanceof Gauged gauged) {
            gauges = appended(gauges, gauged);
        } else if (event instanceof SubnetSampled sampled) {
            samples = appended(samples, sampled);
        } else if (event instanceof GenotypeRead read) {
            readings = replaced(readings, read, GenotypeRead::epoch, (later, earlier) -> later);
        } else if (event instanceof StageBegan began) {
            stages = appended(stages, began);
        } else if (event instanceof OperationsDiscarded discarded) {
            discards = appended(discards, discarded);
        } else if (event instanceof MaskChanged changed) {
            masks = appended(masks, changed);
        } else {
            throw new IllegalArgumentException("a history cannot take " + event);
        }
    }

    private void resume(Resumed resumed) {
        if (resumed.checkpoint() != null) {
            rewind(resumed.epoch(), resumed.step());
        }
    }

    /** Forgets everything later than {@code step} steps of {@code epoch}. */
    void rewind(int epoch, int step) {
        epochs = before(epoch, epochs, EpochFinished::epoch);
        scores = before(epoch, scores, CandidatesScored::epoch);
        edgeScores = before(epoch, edgeScores, EdgesScored::epoch);
        discards = before(epoch, discards, OperationsDiscarded::epoch);
        masks = before(epoch, masks, MaskChanged::epoch);
        readings = before(epoch, readings, GenotypeRead::epoch);
        stages = before(epoch, stages, StageBegan::epoch);
        judged = judged == null || judged.epoch() < epoch ? judged : null;
        gauges = gauges.stream()
                .filter(gauged -> isReached(gauged.epoch(), gauged.step(), epoch, step))
                .toList();
        samples = samples.stream()
                .filter(sample -> isReached(sample.epoch(), sample.step(), epoch, step))
                .toList();
        pauses = pauses.stream()
                .filter(pause -> isReached(pause.epoch(), pause.step(), epoch, step))
                .toList();
        // A warning does not know its step; a damaged file stays damaged whatever is repeated.
        warnings = warnings.stream()
                .filter(warning -> OF_FILES.contains(warning.kind()) || isReached(warning.epoch(), 1, epoch, step))
                .toList();
        if (progress != null && !isReached(progress.epoch(), progress.step(), epoch, step)) {
            progress = null;
        }
        end = null;
        state = SearchState.TRAINING;
    }

    private static boolean isReached(int epoch, int step, int byEpoch, int byStep) {
        return epoch < byEpoch || (epoch == byEpoch && step <= byStep);
    }

    private static <E> List<E> before(int epoch, List<E> list, ToIntFunction<E> epochOf) {
        return list.stream().filter(event -> epochOf.applyAsInt(event) < epoch).toList();
    }

    private static <E> List<E> appended(List<E> list, E last) {
        List<E> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    /** The list with an event more, which takes the place of the last if that is of the same epoch. */
    private static <E> List<E> replaced(List<E> list, E last, ToIntFunction<E> epochOf, BinaryOperator<E> over) {
        if (list.isEmpty() || epochOf.applyAsInt(list.get(list.size() - 1)) != epochOf.applyAsInt(last)) {
            return appended(list, last);
        }
        List<E> same = new ArrayList<>(list);
        same.set(same.size() - 1, over.apply(last, same.get(same.size() - 1)));
        return List.copyOf(same);
    }
}
