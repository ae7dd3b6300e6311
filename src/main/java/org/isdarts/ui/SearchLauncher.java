package org.isdarts.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Window;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.Finished;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunKinds;
import org.isdarts.run.RunNames;
import org.isdarts.run.RunState;
import org.isdarts.search.Demo;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Settings;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.ui.NoticePane.NoticeAction;
import org.isdarts.ui.model.LiveSearch;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.queue.WindowQueue;
import org.isdarts.ui.training.ReplacementWindow;
import org.isdarts.ui.training.TrainingWindow;

/** Begins searches in this window, resumes them, and puts them into the queue. One runs at a time. */
public final class SearchLauncher {
    private static final String ONE_SEARCH = "A search is running in this window; stop it before another begins.";

    private final Window window;
    private final Path runs;
    private final WorkbenchModel model;
    private final WindowQueue queue;
    private final RunOpener opener;
    private final NoticePane notices;
    private final QueueNotices queueNotices;
    private final Surroundings surroundings;

    SearchLauncher(
            Window window,
            Path runs,
            WorkbenchModel model,
            WindowQueue queue,
            RunOpener opener,
            NoticePane notices,
            QueueNotices queueNotices,
            Surroundings surroundings) {
        this.window = window;
        this.runs = runs;
        this.model = model;
        this.queue = queue;
        this.opener = opener;
        this.notices = notices;
        this.queueNotices = queueNotices;
        this.surroundings = surroundings;
    }

    /** The state behind the window. */
    public WorkbenchModel model() {
        return model;
    }

    /** Starts a search in a folder of its own and shows it. */
    public void begin(SearchConfig config) {
        begin(RunNames.free(runs, RunNames.of(config)), config);
    }

    /**
     * Starts a search and shows it.
     *
     * @param folder the run folder to make
     */
    public void begin(Path folder, SearchConfig config) {
        if (isFree()) {
            model.open(LiveSearch.begin(folder.toAbsolutePath(), config));
        }
    }

    /**
     * Starts the training of a genotype and shows it.
     *
     * @param folder the run folder to make
     */
    public void begin(Path folder, EvaluationConfig config) {
        if (isFree()) {
            model.open(LiveSearch.begin(folder.toAbsolutePath(), config));
        }
    }

    /** Lets the user set up the training of the genotype that the run shown ended with. */
    void setUpTrainingOfTheOneShown() {
        if (model.history().get().end() instanceof Finished finished) {
            Genotype genotype = GenotypeReader.read(model.history().get().space(), finished.genotype());
            model.run()
                    .get()
                    .folder()
                    .ifPresentOrElse(
                            folder -> opener.with(folder, run -> setUpTraining(genotype, Optional.of(run))),
                            () -> setUpTraining(genotype));
        }
    }

    /** Lets the user set up the training of a genotype from elsewhere. */
    void setUpTraining(Genotype genotype) {
        setUpTraining(genotype, Optional.empty());
    }

    private void setUpTraining(Genotype genotype, Optional<RunFolder> run) {
        new TrainingWindow(
                        window,
                        model.theme().get(),
                        genotype,
                        run,
                        runs,
                        model.live().isNotNull(),
                        this::begin,
                        planned -> enqueue(List.of(planned)))
                .show();
    }

    /** Shows the networks in which what the run shown kept is replaced. */
    void replaceWhatTheOneShownKept() {
        model.run()
                .get()
                .folder()
                .ifPresent(folder -> opener.with(folder, run -> new ReplacementWindow(
                                window, model.theme().get(), run, runs, this::enqueue, surroundings::showFolder)
                        .show()));
    }

    /** Continues a search that was stopped, killed or broke off. */
    public void resume(Path folder) {
        if (isFree()) {
            opener.with(folder, run -> {
                model.open(LiveSearch.resume(run));
                if (Demo.is(run.manifest().configuration())) {
                    tellWhenDemoEnds();
                }
            });
        }
    }

    private boolean isFree() {
        if (model.search().isPresent()) {
            notices.warn(ONE_SEARCH);
            return false;
        }
        return true;
    }

    /** Whether the open run is local, idle and unfinished, so that it can be resumed. */
    boolean canResume() {
        return model.run().get() != null
                && model.run().get().whyNotResumed().isEmpty()
                && model.history().get().start() != null
                && !model.run().get().isAlive()
                && !model.state().get().isLive()
                && model.state().get() != RunState.FINISHED;
    }

    /** Starts the search on drawn images that ends within some minutes. */
    public void beginDemo() {
        begin(RunNames.free(runs, "demo"), Demo.config());
        tellWhenDemoEnds();
    }

    private void tellWhenDemoEnds() {
        model.search().ifPresent(search -> search.ended()
                .thenApply(ended -> surroundings.demoEnded(search.path()))
                .thenAccept(words -> Platform.runLater(() -> words.ifPresent(told -> tellDemoEnded(search, told)))));
    }

    /** Together with what is told of its end, in one notice. */
    private void tellDemoEnded(LiveSearch search, String words) {
        boolean shown = model.run().get() == search;
        String end = RunNotice.between(History.EMPTY, model.history().get()).stream()
                .filter(news -> shown && news.kind() == RunNotice.Kind.GOOD)
                .map(news -> news.words() + ". ")
                .findFirst()
                .orElse("");
        notices.retract(end.replaceFirst("\\. $", ""));
        RunNotice told = RunNotice.good(end + words);
        notices.show(
                shown ? told : told.of(search.name()),
                List.of(new NoticeAction("Open folder", () -> surroundings.showFolder(search.path()))));
    }

    /** Lets the user set up a search, beginning with the settings of the last one. */
    void setUp() {
        surroundings.newSearch(window, Optional.empty(), this);
    }

    /** Lets the user set up a search on a folder or archive of images. */
    void setUpOn(Path images) {
        surroundings.newSearchOn(window, images, this);
    }

    void setUpLikeTheOneShown() {
        setUpLike(model.history().get().start().settings().texts());
    }

    /** Lets the user set up a search, beginning with the settings that a run tells by key. */
    public void setUpLike(Map<String, String> settings) {
        if (RunKinds.of(settings) != SearchConfig.KIND) {
            notices.warn("This run trains a found genotype; choose a run that searches to begin one like it.");
            return;
        }
        try {
            SearchConfig config = new SearchConfig(Settings.read(SearchSettings.ALL, settings));
            surroundings.newSearch(window, Optional.of(config), this);
        } catch (ViolationException unknown) {
            notices.warn("This version cannot begin a search like that one: " + unknown.getMessage());
        }
    }

    /** Adds runs to the queue; the first begins at once where none runs and the queue is not paused. */
    public void enqueue(List<SearchQueue.Planned> planned) {
        try {
            List<QueueEntry> added = queue.queue().add(planned);
            queue.look();
            queueNotices.tellAdded(added);
        } catch (RunException impossible) {
            queueNotices.warn(impossible.getMessage());
        }
    }

    /** Adds a sweep to the queue; it begins at once where nothing runs and the queue is not paused. */
    public void enqueue(Path sweep) {
        try {
            QueueEntry added = queue.queue().addSweep(sweep);
            queueNotices.tellAdded(List.of(added));
            queue.look();
        } catch (RunException impossible) {
            queueNotices.warn(impossible.getMessage());
        }
    }

    /** Gives an entry that has not begun other settings. */
    public void replaceQueued(QueueEntry entry, SearchQueue.Planned search) {
        if (!queue.queue().edit(entry.id(), search.name(), search.config())) {
            queueNotices.warn(entry.name() + " has begun meanwhile and keeps its settings.");
        }
        queue.look();
    }

    /** Starts a search that was in the queue at once. */
    public void beginQueued(QueueEntry entry, Path folder, SearchConfig config) {
        queue.queue().remove(List.of(entry.id()));
        begin(folder, config);
    }
}
