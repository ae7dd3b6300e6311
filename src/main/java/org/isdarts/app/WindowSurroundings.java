package org.isdarts.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.Window;
import org.isdarts.cli.DemoFigures;
import org.isdarts.figure.FigureException;
import org.isdarts.log.ProgramLog;
import org.isdarts.queue.QueueEntry;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.search.SearchConfig;
import org.isdarts.ui.SearchLauncher;
import org.isdarts.ui.Surroundings;
import org.isdarts.ui.wizard.NewSearchWizard;

/**
 * The program around the window.
 *
 * @param runs the folder in which new runs are made
 * @param folders the library's folders; they may change
 * @param desktop opens folders in its file manager
 */
record WindowSurroundings(Path runs, List<Path> folders, ProgramLog log, HostServices desktop) implements Surroundings {
    @Override
    public void newSearch(Window owner, Optional<SearchConfig> like, SearchLauncher launcher) {
        NewSearchWizard wizard = wizard(launcher);
        like.ifPresent(wizard::beginWith);
        show(wizard, owner, launcher);
    }

    @Override
    public void newSearchOn(Window owner, Path images, SearchLauncher launcher) {
        NewSearchWizard wizard = wizard(launcher);
        wizard.beginOn(images);
        show(wizard, owner, launcher);
    }

    private static void show(NewSearchWizard wizard, Window owner, SearchLauncher launcher) {
        wizard.onQueue(launcher::enqueue);
        wizard.show(owner).ifPresent(request -> launcher.begin(request.runFolder(), request.config()));
    }

    @Override
    public void editQueued(Window owner, QueueEntry entry, SearchLauncher launcher) {
        NewSearchWizard wizard = wizard(launcher);
        wizard.edit(entry);
        wizard.onQueue(searches -> launcher.replaceQueued(entry, searches.get(0)));
        wizard.show(owner).ifPresent(request -> launcher.beginQueued(entry, request.runFolder(), request.config()));
    }

    private NewSearchWizard wizard(SearchLauncher launcher) {
        NewSearchWizard wizard =
                new NewSearchWizard(runs, launcher.model().theme().get());
        wizard.searching().bind(launcher.model().live().isNotNull());
        return wizard;
    }

    @Override
    public void continueInBackground(Path run) {
        if (RunFolder.open(run).summary().state() != RunState.FINISHED) {
            DetachedSearch.goOn(run);
        }
    }

    @Override
    public void runSweepInBackground(Path sweep) {
        DetachedSearch.runSweep(sweep);
    }

    @Override
    public void runQueueInBackground(Runnable ended) {
        DetachedSearch.runQueue(runs).thenRun(ended);
    }

    @Override
    public void showFolder(Path folder) {
        desktop.showDocument(folder.toUri().toString());
    }

    /** Writes the figures, as the demo in a terminal does. */
    @Override
    public Optional<String> demoEnded(Path run) {
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
