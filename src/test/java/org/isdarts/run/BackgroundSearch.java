package org.isdarts.run;

import java.nio.file.Path;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;

/** A real search that goes on while a test looks at its folder. */
public final class BackgroundSearch {
    private final Path folder;
    private final SearchControl control = new SearchControl();
    private final Thread thread;

    private BackgroundSearch(Path folder, SearchConfig config) {
        this.folder = folder;
        thread = new Thread(() -> search(config), "background-search");
    }

    /** Begins a search and returns when its folder holds a run. */
    public static BackgroundSearch begin(Path folder, SearchConfig config) throws InterruptedException {
        BackgroundSearch search = new BackgroundSearch(folder, config);
        search.thread.start();
        while (search.thread.isAlive() && !RunFolder.isRun(folder)) {
            Thread.sleep(10);
        }
        return search;
    }

    private void search(SearchConfig config) {
        try (Kernels kernels =
                        KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
                RecordedRun search = RecordedRun.create(
                        folder, config, Datasets.open(config.data(), config.seed()), kernels, control, event -> {})) {
            search.run();
        }
    }

    /** Pauses, resumes and stops it. */
    public SearchControl control() {
        return control;
    }

    /** Its folder. */
    public RunFolder run() {
        return RunFolder.open(folder);
    }

    /** Stops it and waits for its end. */
    public void end() throws InterruptedException {
        control.stop();
        thread.join();
    }
}
