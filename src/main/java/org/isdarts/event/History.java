package org.isdarts.event;

import java.util.List;
import java.util.Optional;
import org.isdarts.event.SearchEvent.BatchProgress;
import org.isdarts.event.SearchEvent.EpochFinished;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.event.SearchEvent.MaskChanged;
import org.isdarts.event.SearchEvent.Measurement;
import org.isdarts.event.SearchEvent.OperationsDiscarded;
import org.isdarts.event.SearchEvent.Paused;
import org.isdarts.event.SearchEvent.SearchStarted;
import org.isdarts.event.SearchEvent.Warning;
import org.isdarts.score.Discard;
import org.isdarts.score.Importance;
import org.isdarts.score.IsDartsSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;

/**
 * What is known of a search after some of its events: the events by kind, without those that were superseded when the
 * search went on from a checkpoint. Immutable; {@link #with} gives the history one event later. It grows with epochs,
 * not with batches.
 *
 * @param start how the search began; null before it did
 * @param state what it is doing
 * @param progress the latest batch progress; null if none is known
 * @param epochs finished epochs, ascending
 * @param measurements importance measurements, ascending
 * @param discards discards, by epoch, then by cell type
 * @param masks masks, ascending, the first being that of epoch 0
 * @param pauses where it waited, ascending
 * @param warnings what the user should look at, in order of appearance
 * @param end the {@link SearchEvent.Finished}, {@link SearchEvent.Stopped} or {@link SearchEvent.Failed} it ended
 *     with; null while it goes on
 */
public record History(
        SearchStarted start,
        SearchState state,
        BatchProgress progress,
        List<EpochFinished> epochs,
        List<ImportanceMeasured> measurements,
        List<OperationsDiscarded> discards,
        List<MaskChanged> masks,
        List<Paused> pauses,
        List<Warning> warnings,
        SearchEvent end) {

    /** The history of a search nothing is known of. */
    public static final History EMPTY = new History(
            null, SearchState.PREPARING, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);

    public History {
        epochs = List.copyOf(epochs);
        measurements = List.copyOf(measurements);
        discards = List.copyOf(discards);
        masks = List.copyOf(masks);
        pauses = List.copyOf(pauses);
        warnings = List.copyOf(warnings);
    }

    /**
     * Why and when a candidate went.
     *
     * @param epoch the epoch at whose end it went
     * @param shrinkStep the shrink step that took it, from 1
     * @param why its value, rank and margin
     */
    public record Discarding(int epoch, int shrinkStep, Discard why) {}

    /** The history after these events. */
    public static History of(List<? extends SearchEvent> events) {
        HistoryFold fold = new HistoryFold(EMPTY);
        events.forEach(fold::add);
        return fold.history();
    }

    /** The history after one event more. */
    public History with(SearchEvent event) {
        HistoryFold fold = new HistoryFold(this);
        fold.add(event);
        return fold.history();
    }

    /** How many epochs are over. */
    public EpochCount epochCount() {
        return new EpochCount(epoch(), plannedEpochs());
    }

    /** The latest finished epoch, 0 before the first: what every view that says "after epoch" means. */
    public int epoch() {
        return epochs.size();
    }

    /** The history as it was at the end of {@code epoch}; this one if that epoch is the latest or yet to come. */
    public History asOf(int epoch) {
        if (epoch >= epochs.size()) {
            return this;
        }
        HistoryFold fold = new HistoryFold(this);
        fold.rewind(epoch + 1, 0);
        return fold.history();
    }

    /**
     * The search space.
     *
     * @throws IllegalStateException before the search began
     */
    public SearchSpace space() {
        return get(SpaceSettings.SPACE);
    }

    /** The measurement that decides what is discarded. */
    public Importance importance() {
        return get(IsDartsSettings.IMPORTANCE);
    }

    /** Epochs of the whole search. */
    public int plannedEpochs() {
        return get(RunSettings.EPOCHS);
    }

    /**
     * A setting of the search; its initial value in a search older than the setting.
     *
     * @throws IllegalStateException before the search began
     * @throws org.isdarts.settings.ViolationException if the events tell a value that the setting may not have
     */
    public <T> T get(Setting<T> setting) {
        if (start == null) {
            throw new IllegalStateException("the events do not say how the search began");
        }
        String text = start.configuration().get(setting.key());
        return text == null ? setting.initial() : setting.parse(text);
    }

    /** Epochs done, as a number with a fraction: 2.5 is the middle of the third epoch. */
    public double position() {
        if (progress == null || progress.epoch() <= epochs.size()) {
            return epochs.size();
        }
        return progress.epoch() - 1 + (double) progress.step() / progress.stepsPerEpoch();
    }

    /** The epochs at whose end operations went, ascending. */
    public List<Integer> shrinkEpochs() {
        return discards.stream().map(OperationsDiscarded::epoch).distinct().toList();
    }

    /** How many shrink steps are to come; 0 once what is kept is final. */
    public int shrinkStepsLeft() {
        return Math.max(0, get(IsDartsSettings.SHRINK_STEPS) - shrinkEpochs().size());
    }

    /** What is kept now. */
    public Mask mask(CellType cellType) {
        return maskBefore(Integer.MAX_VALUE, cellType);
    }

    /** What was kept while {@code epoch} was trained and measured, before its own shrink step. */
    public Mask maskBefore(int epoch, CellType cellType) {
        Mask mask = null;
        for (MaskChanged changed : masks) {
            if (changed.epoch() < epoch) {
                mask = changed.masks().get(cellType);
            }
        }
        return mask == null ? Mask.full(space()) : mask;
    }

    /** What was measured at the end of {@code epoch}; empty if nothing was. */
    public Optional<ImportanceMeasured> measured(int epoch) {
        return measurements.stream()
                .filter(measured -> measured.epoch() == epoch)
                .findFirst();
    }

    /** One measurement of one cell type at the end of {@code epoch}; empty if there was none. */
    public Optional<Measurement> measurement(int epoch, CellType cellType, Importance importance) {
        return measured(epoch)
                .map(measured -> measured.measurements().get(cellType))
                .map(ofCellType -> ofCellType.get(importance));
    }

    /** When and why a candidate went; empty while it is kept. */
    public Optional<Discarding> discarding(CellType cellType, Candidate candidate) {
        return discards.stream()
                .filter(discarded -> discarded.cellType() == cellType)
                .flatMap(discarded -> discarded.discards().stream()
                        .filter(discard -> discard.candidate().equals(candidate))
                        .map(discard -> new Discarding(discarded.epoch(), discarded.shrinkStep(), discard)))
                .findFirst();
    }
}
