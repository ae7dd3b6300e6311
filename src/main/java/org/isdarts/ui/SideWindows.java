package org.isdarts.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.isdarts.event.RunEvent;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunKinds;
import org.isdarts.settings.Settings;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.Genotype;
import org.isdarts.sweep.SweepException;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.ui.action.ActionGroup;
import org.isdarts.ui.export.ExportDialog;
import org.isdarts.ui.export.ExportPage;
import org.isdarts.ui.export.FiguresPage;
import org.isdarts.ui.export.RunPages;
import org.isdarts.ui.genotype.GenotypeWindow;
import org.isdarts.ui.model.RemoteRun;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.remembered.Remembered;
import org.isdarts.ui.server.ServerWindow;
import org.isdarts.ui.sweep.NewSweepWindow;
import org.isdarts.ui.sweep.SweepUpdate;
import org.isdarts.ui.sweep.SweepWindow;
import org.isdarts.ui.training.ClassifyWindow;

/** Opens the windows beside the main one. */
final class SideWindows {
    /** The folder of the last sweep that was opened, in what is remembered. */
    private static final String SWEEPS = "sweeps";

    private final Stage stage;
    private final WorkbenchModel model;
    private final NoticePane notices;
    private final Remembered remembered;
    private final Surroundings surroundings;
    private final Consumer<Genotype> train;

    /** @param train lets the user set up the training of a genotype */
    SideWindows(
            Stage stage,
            WorkbenchModel model,
            NoticePane notices,
            Remembered remembered,
            Surroundings surroundings,
            Consumer<Genotype> train) {
        this.stage = stage;
        this.model = model;
        this.notices = notices;
        this.remembered = remembered;
        this.surroundings = surroundings;
        this.train = train;
    }

    /** Shows the settings of the run shown. */
    void showSettings() {
        try {
            Settings told = model.history().get().start().settings();
            new SettingsWindow(stage, model.theme().get(), model.name().get(), RunKinds.config(told)).show();
        } catch (ViolationException unknown) {
            notices.warn("This version cannot read the settings of that run: " + unknown.getMessage());
        }
    }

    /** Lets the user choose what another machine offers. */
    void showServers(RunOpener runs) {
        new ServerWindow(
                        stage,
                        model.theme().get(),
                        remembered,
                        model::open,
                        served -> show(
                                served.folder(),
                                served::update,
                                run -> model.open(new RemoteRun(served.client(), served.offered(run))),
                                runs))
                .show();
    }

    /** Follows the sweep of a folder. */
    void showSweep(Path folder, RunOpener runs) {
        try {
            SweepFolder sweep = SweepFolder.open(folder);
            remembered.keep(Map.of(SWEEPS, whole(sweep.path()).getParent().toString()));
            show(sweep, SweepUpdate.NONE, runs::open, runs);
        } catch (SweepException none) {
            notices.warn(none.getMessage());
        }
    }

    private void show(SweepFolder sweep, SweepUpdate update, Consumer<Path> open, RunOpener runs) {
        new SweepWindow(
                        stage,
                        model.theme().get(),
                        sweep,
                        update,
                        surroundings::runSweepInBackground,
                        open,
                        runs::compare)
                .show();
    }

    /**
     * Where the user is most likely to look for a sweep: where the last one was, or where new ones are made.
     *
     * @param sweeps where new ones are made
     */
    Path placeOfSweeps(Path sweeps) {
        return Optional.ofNullable(remembered.all().get(SWEEPS))
                .map(Path::of)
                .filter(Files::isDirectory)
                .orElse(sweeps);
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Lets the user set a new sweep up, and does or queues it.
     *
     * @param enqueue adds the sweep of a folder to the queue
     */
    void showNewSweep(Path sweeps, RunOpener runs, Consumer<Path> enqueue) {
        new NewSweepWindow(
                        stage,
                        model.theme().get(),
                        sweeps,
                        sweep -> {
                            surroundings.runSweepInBackground(sweep.path());
                            showSweep(sweep.path(), runs);
                        },
                        sweep -> enqueue.accept(sweep.path()))
                .show();
    }

    void showLog() {
        new LogWindow(stage, model.theme().get(), surroundings.log(), surroundings::showFolder).show();
    }

    void showShortcuts(List<ActionGroup> groups) {
        new ShortcutSheet(stage, model.theme().get(), groups).show();
    }

    /** Shows what can be written of the run shown. */
    void showExport() {
        List<ExportPage> pages = new ArrayList<>(List.of(new FiguresPage(model.figures(), surroundings::showFolder)));
        model.run()
                .get()
                .folder()
                .filter(RunFolder::isRun)
                .ifPresent(folder -> pages.addAll(RunPages.of(RunFolder.open(folder), surroundings::showFolder)));
        new ExportDialog(stage, model.name().get(), pages).show();
    }

    /** Shows a window in which images are classified, by the network of the training shown where it is finished. */
    ClassifyWindow showClassifier() {
        ClassifyWindow window = new ClassifyWindow(stage, model.theme().get(), trainedNetwork());
        window.show();
        return window;
    }

    void classify(Path image) {
        showClassifier().classify(image);
    }

    private Optional<Path> trainedNetwork() {
        return Optional.ofNullable(model.run().get())
                .flatMap(RunSource::folder)
                .filter(folder -> model.history().get().judged() != null);
    }

    /** Shows a window that draws genotypes, with none in it. */
    GenotypeWindow showGenotype() {
        GenotypeWindow window = new GenotypeWindow(
                stage,
                model.theme().get(),
                List.copyOf(surroundings.folders()),
                remembered,
                surroundings::showFolder,
                train);
        window.show();
        return window;
    }

    /** Ranks genotypes by a benchmark table, that of the run shown first. */
    void rankBy(Path table) {
        GenotypeWindow window = showGenotype();
        if (model.history().get().end() instanceof RunEvent.Finished finished) {
            window.open(finished.genotype());
        }
        window.rankBy(table);
    }
}
