package org.isdarts.ui.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.controlsfx.dialog.Wizard;
import org.isdarts.data.Cifar10Download;
import org.isdarts.device.Gpu;
import org.isdarts.device.Processor;
import org.isdarts.figure.FigureTheme;
import org.isdarts.kernel.choice.KernelFinding;
import org.isdarts.search.SearchConfig;
import org.isdarts.ui.bridge.Background;

/** Leads to a new search in five pages, with a start button on each of them. Remembers what was chosen last. */
public final class NewSearchWizard {
    private final SearchPlan plan;
    private final RememberedPlan remembered;
    private final DataPage data;
    private final PreflightPage preflight;
    private final List<PlanPage> pages;

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
        pages.forEach(page -> page.onLeadTo(problem -> leadTo(page, problem)));
    }

    /** Begins with the settings of another search instead of the last ones. */
    public void beginWith(SearchConfig other) {
        plan.show(other);
    }

    /** Shows the wizard for a window and waits; empty if the user cancelled. */
    public Optional<SearchRequest> show(Window owner) {
        Wizard wizard = new Wizard(owner, "New search");
        wizard.setFlow(new Wizard.LinearFlow(pages.toArray(PlanPage[]::new)));
        DataWatch watch = new DataWatch(plan);
        tryKernels();
        findDevices();
        Optional<ButtonType> pressed = wizard.showAndWait();
        watch.stop();
        data.stop();
        preflight.stop();
        boolean start = pressed.filter(button -> button == PlanPage.START || button == ButtonType.FINISH)
                .isPresent();
        remembered.remember(plan);
        return start ? plan.request() : Optional.empty();
    }

    /**
     * Turns pages from one to the page where a problem is solved, and takes the keyboard there. A page's buttons act only
     * once it is shown, so each page is turned after the one before it was.
     */
    private void leadTo(PlanPage from, Problem problem) {
        Optional<Node> place = from.placeOf(problem);
        if (place.isPresent()) {
            place.get().requestFocus();
            return;
        }
        int here = pages.indexOf(from);
        boolean onward = indexOf(problem) > here;
        from.turn(onward ? ButtonBar.ButtonData.NEXT_FORWARD : ButtonBar.ButtonData.BACK_PREVIOUS);
        Platform.runLater(() -> leadTo(pages.get(onward ? here + 1 : here - 1), problem));
    }

    private int indexOf(Problem problem) {
        return IntStream.range(0, pages.size())
                .filter(page -> pages.get(page).placeOf(problem).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void tryKernels() {
        if (plan.kernels().get().isEmpty()) {
            Background.start(
                    "kernels",
                    cancelled -> KernelFinding.all(Runtime.getRuntime().availableProcessors()),
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
