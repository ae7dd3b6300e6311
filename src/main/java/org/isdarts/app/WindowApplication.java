package org.isdarts.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.isdarts.log.CrashMarker;
import org.isdarts.log.ProgramLog;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.Surroundings;
import org.isdarts.ui.Workbench;
import org.isdarts.ui.library.RememberedFolders;
import org.isdarts.ui.library.RunLibrary;
import org.isdarts.ui.remembered.Remembered;

/** Opens the window. Public, and with a constructor of no arguments, because JavaFX makes it. */
public final class WindowApplication extends Application {
    /** The argument that has the demo's search begin at once. */
    static final String DEMO = "demo";

    private CrashMarker running;

    @Override
    public void start(Stage stage) {
        Path runs = Path.of("runs").toAbsolutePath();
        ProgramLog log = ProgramLog.ofThisUser();
        RunLibrary library = library(runs);
        Surroundings surroundings = new WindowSurroundings(runs, library.folders(), log, getHostServices());
        Workbench workbench = new Workbench(stage, runs, Remembered.ofThisUser("window"), surroundings);
        join(library, workbench);
        boolean crashed = CrashMarker.takeCrashed(log.folder());
        running = CrashMarker.begin(log.folder());
        log.open(workbench::tellFault);
        workbench.followSystemLook();
        workbench.show();
        if (crashed && !log.entries().isEmpty()) {
            workbench.offerLogAfterCrash();
        }
        begin(workbench, getParameters().getRaw());
    }

    private static void begin(Workbench workbench, List<String> arguments) {
        if (arguments.contains(DEMO)) {
            workbench.searches().beginDemo();
            return;
        }
        workbench.offerTour();
        if (arguments.isEmpty()) {
            workbench.takeUpNewestRun();
        } else {
            workbench.open(arguments.stream().map(Path::of).toList());
        }
    }

    @Override
    public void stop() {
        running.end();
    }

    private RunLibrary library(Path runs) {
        RunLibrary library = new RunLibrary(List.of(runs));
        library.setHostServices(getHostServices());
        library.setDesktopTrash(new DesktopTrash());
        Remembered remembered = Remembered.ofThisUser("library");
        RememberedFolders.keep(library.folders(), remembered);
        RememberedFolders.keepRecent(library.recentFolders(), remembered);
        return library;
    }

    private static void join(RunLibrary library, Workbench workbench) {
        workbench
                .model()
                .run()
                .addListener((observable, before, now) ->
                        library.markOpened(now.folder().orElse(null)));
        // The list looks by itself only now and then; what the window knows already it shows at once.
        workbench.model().state().addListener(changed -> library.refresh());
        workbench.model().live().addListener(changed -> library.refresh());
        library.setOnLabeled(workbench.model()::refreshNames);
        library.setOnOpen(run -> workbench.runs().open(run.path()));
        library.setOnSearchLike(run -> workbench
                .searches()
                .setUpLike(run.manifest().configuration().settings().texts()));
        library.setOnCompare(selected -> workbench.runs().compare(paths(selected)));
        library.setOnSelect(selected -> workbench.runs().select(paths(selected)));
        workbench.setLibrary(library);
    }

    private static List<Path> paths(List<RunFolder> runs) {
        return runs.stream().map(RunFolder::path).toList();
    }
}
