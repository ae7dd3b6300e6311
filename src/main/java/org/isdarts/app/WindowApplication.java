package org.isdarts.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isdarts.figure.FigureException;
import org.isdarts.log.CrashMarker;
import org.isdarts.log.ProgramLog;
import org.isdarts.queue.QueueEntry;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.search.SearchConfig;
import org.isdarts.ui.Workbench;
import org.isdarts.ui.library.RememberedFolders;
import org.isdarts.ui.library.RunLibrary;
import org.isdarts.ui.remembered.Remembered;
import org.isdarts.ui.wizard.NewSearchWizard;

/** Opens the window. Public, and with a constructor of no arguments, because JavaFX makes it. */
public final class WindowApplication extends Application {
    /** The argument that has the demo's search begin at once. */
    static final String DEMO = "demo";

    private CrashMarker running;

    @Override
    public void start(Stage stage) {
        Path runs = Path.of("runs").toAbsolutePath();
        Workbench workbench = new Workbench(stage, runs, Remembered.ofThisUser("window"));
        workbench.onNewSearch((owner, like) -> newSearch(workbench, runs, owner, like));
        workbench.onNewSearchOn((owner, images) -> newSearchOn(workbench, runs, owner, images));
        workbench.onEditQueued((owner, entry) -> editQueued(workbench, runs, owner, entry));
        workbench.onRunQueueInBackground(() -> DetachedSearch.runQueue(runs));

        workbench.setLibrary(library(workbench, runs));
        workbench.onGoOnInBackground(WindowApplication::goOnInBackground);
        workbench.onShowFolder(
                folder -> getHostServices().showDocument(folder.toUri().toString()));
        workbench.onDemoEnded(WindowApplication::writeFigures);
        ProgramLog log = ProgramLog.ofThisUser();
        workbench.setLog(log);
        boolean crashed = CrashMarker.takeCrashed(log.folder());
        running = CrashMarker.begin(log.folder());
        log.open(workbench::tellFault);
        workbench.followSystemLook();
        workbench.show();
        if (crashed) {
            workbench.offerLogAfterCrash();
        }
        List<String> arguments = getParameters().getRaw();
        if (arguments.contains(DEMO)) {
            workbench.beginDemo();
            return;
        }
        workbench.offerTour();
        workbench.takeUpNewestRun();
        arguments.forEach(file -> workbench.showGenotype(Path.of(file)));
    }

    @Override
    public void stop() {
        running.end();
    }

    private static void newSearch(Workbench workbench, Path runs, Window owner, Optional<SearchConfig> like) {
        NewSearchWizard wizard = wizard(workbench, runs);
        like.ifPresent(wizard::beginWith);
        wizard.onQueue(workbench::enqueue);
        wizard.show(owner).ifPresent(request -> workbench.begin(request.runFolder(), request.config()));
    }

    private static void newSearchOn(Workbench workbench, Path runs, Window owner, Path images) {
        NewSearchWizard wizard = wizard(workbench, runs);
        wizard.beginOn(images);
        wizard.onQueue(workbench::enqueue);
        wizard.show(owner).ifPresent(request -> workbench.begin(request.runFolder(), request.config()));
    }

    private static void editQueued(Workbench workbench, Path runs, Window owner, QueueEntry entry) {
        NewSearchWizard wizard = wizard(workbench, runs);
        wizard.edit(entry);
        wizard.onQueue(searches -> workbench.replaceQueued(entry, searches));
        wizard.show(owner).ifPresent(request -> workbench.beginQueued(entry, request.runFolder(), request.config()));
    }

    private static NewSearchWizard wizard(Workbench workbench, Path runs) {
        NewSearchWizard wizard =
                new NewSearchWizard(runs, workbench.model().theme().get());
        wizard.searching().bind(workbench.model().live().isNotNull());
        return wizard;
    }

    private RunLibrary library(Workbench workbench, Path runs) {
        RunLibrary library = new RunLibrary(List.of(runs));
        library.setHostServices(getHostServices());
        library.setDesktopTrash(DesktopTrash::take);
        Remembered remembered = Remembered.ofThisUser("library");
        RememberedFolders.keep(library.folders(), remembered);
        RememberedFolders.keepRecent(library.recentFolders(), remembered);
        workbench
                .model()
                .run()
                .addListener((observable, before, now) ->
                        library.markOpened(now.folder().orElse(null)));
        workbench.offerRunsIn(library.folders());
        library.setOnLabeled(workbench.model()::refreshNames);
        library.setOnOpen(run -> workbench.open(run.path()));
        library.setOnSearchLike(run -> workbench.askForSearchLike(
                run.manifest().configuration().settings().texts()));
        library.setOnCompare(selected -> workbench.compare(paths(selected)));
        library.setOnSelect(selected -> workbench.select(paths(selected)));
        return library;
    }

    private static List<Path> paths(List<RunFolder> runs) {
        return runs.stream().map(RunFolder::path).toList();
    }

    private static void goOnInBackground(Path run) {
        if (RunFolder.open(run).summary().state() != RunState.FINISHED) {
            DetachedSearch.goOn(run);
        }
    }

    private static Optional<String> writeFigures(Path run) {
        if (!RunFolder.isRun(run) || RunFolder.open(run).summary().genotype() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    "Every figure is in " + DemoFigures.write(run) + "; genotype.json lies beside that folder.");
        } catch (FigureException unwritten) {
            return Optional.of(unwritten.getMessage());
        }
    }
}
