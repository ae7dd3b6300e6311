package org.isdarts.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.model.StoredRun;
import org.isdarts.ui.model.WorkbenchModel;

/** Shows the runs of run folders, one or several side by side. */
public final class RunOpener {
    private final WorkbenchModel model;
    private final ViewLayout views;
    private final NoticePane notices;
    private final ObservableList<Path> selected = FXCollections.observableArrayList();

    RunOpener(WorkbenchModel model, ViewLayout views, NoticePane notices) {
        this.model = model;
        this.views = views;
        this.notices = notices;
    }

    /**
     * Shows the run of a folder; follows it if another process runs it. A search of this window goes on meanwhile, and
     * tells more than its folder does.
     */
    public void open(Path folder) {
        if (isSearchHere(folder)) {
            views.restore();
            backToSearch();
        } else {
            with(folder, run -> model.open(new StoredRun(run)));
        }
    }

    private void backToSearch() {
        if (model.searchesUnseen()) {
            model.showSearch();
        }
    }

    private boolean isSearchHere(Path folder) {
        return model.search()
                .filter(search -> RunFolder.isSame(search.path(), folder))
                .isPresent();
    }

    /** Sets runs side by side, in place of the views of the open one. */
    public void compare(List<Path> folders) {
        List<RunFolder> chosen = new ArrayList<>();
        folders.forEach(folder -> with(folder, chosen::add));
        if (!chosen.isEmpty()) {
            views.compare(chosen);
        }
    }

    /** Tells which runs are selected in the library: two or more are what is compared. */
    public void select(List<Path> folders) {
        selected.setAll(folders);
    }

    /** The runs selected in the library. */
    ObservableList<Path> selected() {
        return selected;
    }

    boolean hasSeveralSelected() {
        return selected.size() > 1;
    }

    /** Uses the run of a folder, or says why the folder holds none. */
    void with(Path folder, Consumer<RunFolder> use) {
        try {
            use.accept(RunFolder.open(folder));
        } catch (RunException unusable) {
            notices.warn(unusable.getMessage());
        }
    }
}
