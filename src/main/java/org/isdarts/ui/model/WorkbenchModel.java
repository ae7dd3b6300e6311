package org.isdarts.ui.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isdarts.event.History;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.run.RunFigures;
import org.isdarts.run.RunState;
import org.isdarts.run.Wish;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;

/**
 * All that the window shows. Views read its properties and change only the selection and the epoch looked at. To be
 * used on the JavaFX thread; events come in through an inbox.
 *
 * <p>{@code history} is everything known of the run; {@code shown} is what the views draw: the history as of the epoch
 * looked at, which changes with epochs, measurements and discards but not with every batch. {@code progress} is the
 * latest batch.
 */
public final class WorkbenchModel {
    /** Stands for the latest epoch, whichever it is. */
    public static final int LIVE = Integer.MAX_VALUE;

    private final ReadOnlyObjectWrapper<RunSource> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<History> shown = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<Steering> steering = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper whyNotSteered = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<FollowedRun> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<FollowedRun> live = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.RUNNING);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper atRest = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Integer> epoch = new SimpleObjectProperty<>(LIVE);
    private final ObjectProperty<CellType> cellType = new SimpleObjectProperty<>(CellType.NORMAL);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>();
    private final ObjectProperty<FigureTheme> theme = new SimpleObjectProperty<>(FigureTheme.LIGHT);
    private final ObjectProperty<Candidate> hovered = new SimpleObjectProperty<>();
    private final ObjectProperty<Score> score = new SimpleObjectProperty<>();
    private final ObservableList<Integer> figure4Epochs = FXCollections.observableArrayList();
    private final ChosenFigureStyle look = new ChosenFigureStyle();
    private final BooleanProperty reduceMotion = new SimpleBooleanProperty();
    private final ChangeListener<History> milestone = (observable, before, now) -> show();

    public WorkbenchModel() {
        epoch.addListener(observable -> show());
        history.addListener((observable, before, now) -> {
            if (before.start() == null && now.start() != null) {
                score.set(now.decidingScore().orElse(first(now.method().scores())));
            }
        });
    }

    private static Score first(List<Score> scores) {
        return scores.isEmpty() ? null : scores.get(0);
    }

    /**
     * Shows a run from its first event on. A search of this window goes on and is followed unseen; {@link #showSearch}
     * comes back to it.
     */
    public FollowedRun open(RunSource source) {
        FollowedRun followed = new FollowedRun(source);
        show(followed);
        source.search().ifPresent(search -> follow(followed));
        followed.start();
        return followed;
    }

    /** Starts a search of this window without showing it; the run shown stays. */
    public FollowedRun follow(LiveSearch search) {
        FollowedRun followed = new FollowedRun(search);
        follow(followed);
        followed.start();
        return followed;
    }

    private void follow(FollowedRun search) {
        live.set(search);
        search.atRest().addListener(observable -> ended(search));
    }

    private void ended(FollowedRun search) {
        live.set(null);
        if (open.get() != search) {
            search.close();
        }
    }

    /** Shows the search of this window again, as far as it came meanwhile. */
    public void showSearch() {
        if (live.get() != null) {
            show(live.get());
        }
    }

    private void show(FollowedRun followed) {
        leave();
        history.set(History.EMPTY);
        epoch.set(LIVE);
        cellType.set(CellType.NORMAL);
        selection.set(null);
        hovered.set(null);
        figure4Epochs.clear();
        show();
        run.set(followed.source());
        open.set(followed);
        name.bind(followed.name());
        trouble.bind(followed.trouble());
        state.bind(followed.state());
        atRest.bind(followed.atRest());
        steering.bind(followed.steering());
        whyNotSteered.bind(followed.whyNotSteered());
        history.bind(followed.history());
        followed.milestone().addListener(milestone);
        show();
    }

    private void leave() {
        name.unbind();
        history.unbind();
        trouble.unbind();
        state.unbind();
        atRest.unbind();
        steering.unbind();
        whyNotSteered.unbind();
        FollowedRun left = open.get();
        if (left != null) {
            left.milestone().removeListener(milestone);
            if (left != live.get()) {
                left.close();
            }
        }
    }

    /** Re-reads the names of the run and the search, and redraws what shows them. */
    public void refreshNames() {
        Stream.of(open.get(), live.get()).filter(Objects::nonNull).forEach(FollowedRun::lookAtName);
        shown.set(History.EMPTY);
        show();
    }

    /** Shows nothing more and follows nothing more. */
    public void close() {
        leave();
        if (live.get() != null) {
            live.get().close();
        }
    }

    private void show() {
        shown.set(epoch.get() == LIVE ? history.get() : history.get().asOf(epoch.get()));
    }

    /** Asks the search of this window, whatever run is shown, to save its state and end. */
    public void stop() {
        Optional.ofNullable(live.get()).ifPresent(search -> search.ask(Wish.Kind.STOP));
    }

    /** The search of this window, whatever run is shown; empty once it has ended. */
    public Optional<LiveSearch> search() {
        return Optional.ofNullable(live.get())
                .flatMap(followed -> followed.source().search());
    }

    /** Whether a search of this window goes on that is not the run shown. */
    public boolean searchesUnseen() {
        return live.get() != null && live.get() != open.get();
    }

    /** Looks at the end of an epoch; at the latest if it is not over yet. */
    public void lookAt(int wanted) {
        epoch.set(wanted >= history.get().epochs().size() ? LIVE : Math.max(0, wanted));
    }

    /** Looks so many epochs on, or back where negative, as far as there are any. */
    public void step(int epochs) {
        int done = history.get().epochs().size();
        lookAt((epoch.get() == LIVE ? done : epoch.get()) + epochs);
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
        return new ChartedRun(name.get(), shown.get());
    }

    /** Its figures at the epoch looked at, with the look that the user chose. */
    public RunFigures figures() {
        return new RunFigures(charted(), history.get(), look.in(theme.get(), figure4Epochs));
    }

    /** What the user chose about the figures. */
    public ChosenFigureStyle look() {
        return look;
    }

    /** Whether a run is open of which the settings are known. */
    public boolean isOpen() {
        return run.get() != null && history.get().start() != null;
    }

    /** What is open; null for nothing. */
    public ReadOnlyObjectProperty<RunSource> run() {
        return run.getReadOnlyProperty();
    }

    /** What the run is called; empty for nothing. */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** Everything known of the run, with every batch. */
    public ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    /** What the views draw. */
    public ReadOnlyObjectProperty<History> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What was asked of the open run's search last, and whether it is done; null for nothing. */
    public ReadOnlyObjectProperty<Steering> steering() {
        return steering.getReadOnlyProperty();
    }

    /** Why the open run's search cannot be asked for anything, in words; empty where it can. */
    public ReadOnlyStringProperty whyNotSteered() {
        return whyNotSteered.getReadOnlyProperty();
    }

    /** The search of this window, whatever run is shown; null where none goes on. */
    public ReadOnlyObjectProperty<FollowedRun> live() {
        return live.getReadOnlyProperty();
    }

    /** The run shown and its history; null for nothing. Changes after {@link #run}. */
    public ReadOnlyObjectProperty<FollowedRun> open() {
        return open.getReadOnlyProperty();
    }

    /** Whether no process searches in the open run any more; all its events have been told. */
    public ReadOnlyBooleanProperty atRest() {
        return atRest.getReadOnlyProperty();
    }

    /** Where the open run stands. */
    public ReadOnlyObjectProperty<RunState> state() {
        return state.getReadOnlyProperty();
    }

    /** What keeps the open run's events from coming, in words; empty if nothing does. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
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

    /** The score looked at, at first the one that decides in the run; null where none is known. */
    public ObjectProperty<Score> score() {
        return score;
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
