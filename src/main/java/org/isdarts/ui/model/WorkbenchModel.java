package org.isdarts.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isdarts.chart.ChartedRun;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent;
import org.isdarts.event.SearchEvent.BatchProgress;
import org.isdarts.event.SearchState;
import org.isdarts.figure.FigureTheme;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.ui.bridge.EventInbox;
import org.isdarts.ui.bridge.FramePump;

/**
 * All that the window shows. Views read its properties and change only the selection and the epoch looked at. To be
 * used on the JavaFX thread; events come in through an inbox, once a frame.
 *
 * <p>{@code history} is everything known of the run; {@code shown} is what the views draw: the history as of the epoch
 * looked at, which changes with epochs, measurements and discards but not with every batch. {@code progress} is the
 * latest batch.
 */
public final class WorkbenchModel {
    /** Stands for the latest epoch, whichever it is. */
    public static final int LIVE = Integer.MAX_VALUE;

    private final ReadOnlyObjectWrapper<RunSource> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<History> shown = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<Steering> steering = new ReadOnlyObjectWrapper<>(Steering.NONE);
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper atRest = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Integer> epoch = new SimpleObjectProperty<>(LIVE);
    private final ObjectProperty<CellType> cellType = new SimpleObjectProperty<>(CellType.NORMAL);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>();
    private final ObjectProperty<FigureTheme> theme = new SimpleObjectProperty<>(FigureTheme.LIGHT);
    private final ObjectProperty<Candidate> hovered = new SimpleObjectProperty<>();
    private final ObservableList<Integer> figure4Epochs = FXCollections.observableArrayList();
    private final BooleanProperty reduceMotion = new SimpleBooleanProperty();
    private FramePump pump;

    public WorkbenchModel() {
        epoch.addListener(observable -> show());
    }

    /** Shows a run from its first event on. A search shown before goes on unseen until its end. */
    public void open(RunSource source) {
        close();
        EventInbox inbox = new EventInbox();
        pump = new FramePump(inbox, this::fold);
        history.set(History.EMPTY);
        epoch.set(LIVE);
        cellType.set(CellType.NORMAL);
        selection.set(null);
        hovered.set(null);
        figure4Epochs.clear();
        steering.set(Steering.NONE);
        show();
        run.set(source);
        source.start(inbox::offer);
        searching.set(source.search().isPresent());
        atRest.set(false);
        source.ended().thenRun(() -> Platform.runLater(() -> ended(source)));
        pump.start();
    }

    private void ended(RunSource source) {
        if (run.get() == source) {
            pump.handle(System.nanoTime());
            steering.set(Steering.NONE);
            searching.set(false);
            atRest.set(true);
        }
    }

    /** Shows nothing more. */
    public void close() {
        if (pump != null) {
            pump.stop();
            run.get().close();
        }
    }

    private void fold(List<SearchEvent> events) {
        History next = history.get();
        boolean more = false;
        for (SearchEvent event : events) {
            next = next.with(event);
            more |= !(event instanceof BatchProgress);
        }
        history.set(next);
        settleSteering(next.state());
        if (more) {
            show();
        }
    }

    private void settleSteering(SearchState state) {
        Steering asked = steering.get();
        boolean paused = state == SearchState.PAUSED;
        if ((asked == Steering.PAUSE && paused) || (asked == Steering.RESUME && !paused)) {
            steering.set(Steering.NONE);
        }
    }

    private void show() {
        shown.set(epoch.get() == LIVE ? history.get() : history.get().asOf(epoch.get()));
    }

    /** Asks the search to wait, or to go on if it waits. */
    public void pauseOrResume() {
        search().ifPresent(search -> {
            boolean waits = history.get().state() == SearchState.PAUSED || steering.get() == Steering.PAUSE;
            if (waits) {
                search.control().resume();
                steering.set(history.get().state() == SearchState.PAUSED ? Steering.RESUME : Steering.NONE);
            } else {
                search.control().pause();
                steering.set(Steering.PAUSE);
            }
        });
    }

    /** Asks the search to save its state and end. */
    public void stop() {
        search().ifPresent(search -> {
            search.control().stop();
            steering.set(Steering.STOP);
        });
    }

    /** Asks the search to save its state and go on. */
    public void checkpoint() {
        search().ifPresent(search -> search.control().checkpoint());
    }

    /** The search that can be steered now. */
    public Optional<LiveSearch> search() {
        return Optional.ofNullable(run.get()).flatMap(RunSource::search).filter(search -> searching.get());
    }

    /** Looks at the end of an epoch; at the latest if it is not over yet. */
    public void lookAt(int wanted) {
        epoch.set(wanted >= history.get().epochs().size() ? LIVE : Math.max(0, wanted));
    }

    /** Selects an operation and nothing else; where it was so already, all of its edge. */
    public void select(Candidate candidate) {
        Selection alone = Selection.of(candidate);
        selection.set(
                alone.equals(selection.get()) ? Selection.ofEdge(history.get().space(), candidate.edge()) : alone);
    }

    /** Selects one operation more, or no longer if it was selected. */
    public void toggle(Candidate candidate) {
        selection.set(
                selection.get() == null
                        ? Selection.of(candidate)
                        : selection.get().toggled(candidate).orElse(null));
    }

    /** The run as the chart room takes it, at the epoch looked at. */
    public ChartedRun charted() {
        return new ChartedRun(run.get().name(), shown.get());
    }

    /** What is open; null for nothing. */
    public ReadOnlyObjectProperty<RunSource> run() {
        return run.getReadOnlyProperty();
    }

    /** Everything known of the run, with every batch. */
    public ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    /** What the views draw. */
    public ReadOnlyObjectProperty<History> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What was asked of the search and is not done yet. */
    public ReadOnlyObjectProperty<Steering> steering() {
        return steering.getReadOnlyProperty();
    }

    /** Whether there is a search that can be steered. */
    public ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /** Whether no process searches in the open run any more; all its events have been told. */
    public ReadOnlyBooleanProperty atRest() {
        return atRest.getReadOnlyProperty();
    }

    /** The epoch looked at, or {@link #LIVE}. */
    public ObjectProperty<Integer> epoch() {
        return epoch;
    }

    /** The cells looked at. */
    public ObjectProperty<CellType> cellType() {
        return cellType;
    }

    /** What the user looks into; null for nothing. */
    public ObjectProperty<Selection> selection() {
        return selection;
    }

    /** Light or dark. */
    public ObjectProperty<FigureTheme> theme() {
        return theme;
    }

    /** What the pointer is over; null for nothing. */
    public ObjectProperty<Candidate> hovered() {
        return hovered;
    }

    /** The epochs that Figure 4 shows, ascending; empty for those it shows best. */
    public ObservableList<Integer> figure4Epochs() {
        return figure4Epochs;
    }

    /** Whether nothing on screen is to move that need not. */
    public BooleanProperty reduceMotion() {
        return reduceMotion;
    }
}
