package org.isdarts.event;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.event.SearchEvent.BatchProgress;
import org.isdarts.event.SearchEvent.EpochFinished;
import org.isdarts.event.SearchEvent.Failed;
import org.isdarts.event.SearchEvent.Finished;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.event.SearchEvent.MaskChanged;
import org.isdarts.event.SearchEvent.OperationsDiscarded;
import org.isdarts.event.SearchEvent.Paused;
import org.isdarts.event.SearchEvent.Resumed;
import org.isdarts.event.SearchEvent.SearchStarted;
import org.isdarts.event.SearchEvent.Stopped;
import org.isdarts.event.SearchEvent.Warning;
import org.isdarts.event.SearchEvent.WarningKind;

/**
 * The step from one {@link History} to the next. Lists are replaced, never changed, so histories share what they have
 * in common.
 */
final class HistoryFold {
    private SearchStarted start;
    private SearchState state;
    private BatchProgress progress;
    private List<EpochFinished> epochs;
    private List<ImportanceMeasured> measurements;
    private List<OperationsDiscarded> discards;
    private List<MaskChanged> masks;
    private List<Paused> pauses;
    private List<Warning> warnings;
    private SearchEvent end;

    HistoryFold(History history) {
        start = history.start();
        state = history.state();
        progress = history.progress();
        epochs = history.epochs();
        measurements = history.measurements();
        discards = history.discards();
        masks = history.masks();
        pauses = history.pauses();
        warnings = history.warnings();
        end = history.end();
    }

    History history() {
        return new History(start, state, progress, epochs, measurements, discards, masks, pauses, warnings, end);
    }

    void add(SearchEvent event) {
        if (event instanceof SearchStarted started) {
            start = started;
        } else if (event instanceof BatchProgress batch) {
            progress = batch;
        } else if (event instanceof EpochFinished epoch) {
            epochs = appended(epochs, epoch);
        } else if (event instanceof ImportanceMeasured measured) {
            measurements = appended(measurements, measured);
        } else if (event instanceof OperationsDiscarded discarded) {
            discards = appended(discards, discarded);
        } else if (event instanceof MaskChanged changed) {
            masks = appended(masks, changed);
        } else if (event instanceof Paused paused) {
            pauses = appended(pauses, paused);
        } else if (event instanceof Resumed resumed && resumed.checkpoint() != null) {
            rewind(resumed.epoch(), resumed.step());
        } else if (event instanceof Warning warning) {
            warnings = appended(warnings, warning);
        } else if (event instanceof Finished || event instanceof Stopped || event instanceof Failed) {
            end = event;
        }
        state = SearchState.after(event).orElse(state);
    }

    /** Forgets everything later than {@code step} steps of {@code epoch}. */
    void rewind(int epoch, int step) {
        epochs = epochs.stream().filter(done -> done.epoch() < epoch).toList();
        measurements =
                measurements.stream().filter(done -> done.epoch() < epoch).toList();
        discards = discards.stream().filter(done -> done.epoch() < epoch).toList();
        masks = masks.stream().filter(done -> done.epoch() < epoch).toList();
        pauses = pauses.stream()
                .filter(pause -> isReached(pause.epoch(), pause.step(), epoch, step))
                .toList();
        // A warning does not know its step; a damaged checkpoint stays damaged whatever is repeated.
        warnings = warnings.stream()
                .filter(warning ->
                        warning.kind() == WarningKind.DAMAGED_CHECKPOINT || isReached(warning.epoch(), 1, epoch, step))
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

    private static <E> List<E> appended(List<E> list, E last) {
        List<E> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
