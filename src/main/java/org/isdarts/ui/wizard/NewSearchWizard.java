package org.isdarts.ui.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.isdarts.data.Cifar10Download;
import org.isdarts.device.Gpu;
import org.isdarts.device.Processor;
import org.isdarts.figure.FigureTheme;
import org.isdarts.kernel.choice.KernelProbe;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.SearchQueue;
import org.isdarts.search.SearchConfig;
import org.isdarts.ui.bridge.Background;

/** Leads to a new search in five pages, with a start button on each of them. Remembers what was chosen last. */
public final class NewSearchWizard {
    private final SearchPlan plan;
    private final RememberedPlan remembered;

    /** Whether what was typed is to be there again though it was canceled; not where another search was to be like it. */
    private boolean beginsWithTheLast = true;

    private final DataPage data;
    private final PreflightPage preflight;
    private final List<PlanPage> pages;
    private Consumer<List<SearchQueue.Planned>> queue = searches -> {};
    private String title = "New search";
    private String queueWords = "Add to queue";

    /**
     * A wizard that begins with the last settings.
     *
     * @param runsFolder the folder in which the run's folder will be made
     * @param theme of the drawings
     */
    public NewSearchWizard(Path runsFolder, FigureTheme theme) {
        this(
                new SearchPlan(runsFolder),
                RememberedPlan.ofThisUser(),
                new Cifar10Download(),
                Path.of(System.getProperty("user.home"), ".isdarts", "data"),
                theme);
    }

    NewSearchWizard(
            SearchPlan plan, RememberedPlan remembered, Cifar10Download download, Path downloads, FigureTheme theme) {
        this.plan = plan;
        this.remembered = remembered;
        remembered.restore(plan);
        data = new DataPage(plan, download, downloads);
        preflight = new PreflightPage(plan);
        pages = List.of(data, new SpacePage(plan, theme), new SettingsPage(plan), new DevicePage(plan), preflight);
    }

    /** Begins with the settings of another search instead of the last ones. */
    public void beginWith(SearchConfig other) {
        plan.show(other);
        beginsWithTheLast = false;
    }

    /** Begins with these images and otherwise with the last settings. */
    public void beginOn(Path images) {
        plan.images().choose(images.toString());
    }

    /** Begins with an entry of the queue, which is to be changed. */
    public void edit(QueueEntry entry) {
        beginWith((SearchConfig) entry.config());
        plan.runName().set(entry.name());
        preflight.offerOneSearch();
        title = "Edit a search of the queue";
        queueWords = "Save in queue";
    }

    /** Sets what adds searches to the queue. */
    public void onQueue(Consumer<List<SearchQueue.Planned>> adding) {
        queue = adding;
    }

    /** Whether a search runs in the window, so that another cannot start. */
    public BooleanProperty searching() {
        return plan.searching();
    }

    /** Shows the wizard for a window and waits; empty if the user cancelled or chose the queue. */
    public Optional<SearchRequest> show(Window owner) {
        PageDialog dialog = new PageDialog(owner, plan, pages, title, queueWords);
        pages.forEach(page -> page.onLeadTo(dialog::leadTo));
        DataWatch watch = new DataWatch(plan);
        InvalidationListener free = changed -> tryKernels();
        plan.searching().addListener(free);
        tryKernels();
        findDevices();
        Optional<ButtonType> pressed = dialog.showAndWait();
        plan.searching().removeListener(free);
        watch.stop();
        data.stop();
        preflight.stop();
        boolean start = pressed.filter(PageDialog.START::equals).isPresent();
        boolean canceled = pressed.filter(button -> button != ButtonType.CANCEL).isEmpty();
        if (!canceled || beginsWithTheLast) {
            remembered.remember(plan);
        }
        if (pressed.filter(button -> button.getButtonData() == PageDialog.QUEUED)
                .isPresent()) {
            queue.accept(plan.queued());
        }
        return start ? plan.request() : Optional.empty();
    }

    /** Not while a search runs here: a library that is tried sets its threads for the whole process. */
    private void tryKernels() {
        if (plan.kernels().get().isEmpty() && !plan.searching().get()) {
            Background.start(
                    "kernels",
                    cancelled -> KernelProbe.all(Runtime.getRuntime().availableProcessors()),
                    plan.kernels()::set,
                    Background::unexpected);
        }
    }

    private void findDevices() {
        Background.start(
                "devices",
                cancelled -> Stream.concat(
                                Stream.of(Processor.here().words()),
                                Gpu.here().stream().map(gpu -> gpu.words() + ": " + gpu.verdict()))
                        .toList(),
                plan.devices()::set,
                Background::unexpected);
    }
}
