package org.isdarts.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Styles;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.isdarts.data.Cifar10Download;
import org.isdarts.device.Processor;
import org.isdarts.figure.FigureTheme;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelProbe;
import org.isdarts.queue.SearchQueue;
import org.isdarts.report.TextTable;
import org.isdarts.run.TinySearch;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class NewSearchWizardTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private SearchPlan plan;
    private NewSearchWizard wizard;
    private HttpServer server;
    private final List<SearchQueue.Planned> queued = new ArrayList<>();
    private final MemoryPreferences store = new MemoryPreferences();
    private final CompletableFuture<Optional<SearchRequest>> outcome = new CompletableFuture<>();

    @Start
    void show(Stage window) {
        stage = window;
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(new Pane(), 1200, 740));
        stage.show();
    }

    @BeforeEach
    void openWizard(FxRobot robot) throws Exception {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        byte[] wrong = "no archive".getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, wrong.length);
            exchange.getResponseBody().write(wrong);
            exchange.close();
        });
        server.start();
        URI archive = URI.create("http://localhost:" + server.getAddress().getPort() + "/cifar.tar.gz");
        plan = new SearchPlan(folder.resolve("runs"));
        // Trying every library takes long; the kernels' own tests do that.
        plan.kernels()
                .set(List.of(
                        new KernelProbe("onednn", Set.of(), "needs another processor"),
                        new KernelProbe("nd4j", Set.of(Precision.FLOAT32), "CPU, ND4J")));
        Platform.runLater(() -> {
            wizard = new NewSearchWizard(
                    plan,
                    new RememberedPlan(new Remembered(store)),
                    new Cifar10Download(archive, "00"),
                    folder.resolve("downloads"),
                    FigureTheme.LIGHT);
            wizard.onQueue(queued::addAll);
            outcome.complete(wizard.show(stage));
        });
        await(() -> robot.lookup("#data-summary").tryQuery().isPresent());
        await(() -> plan.images().checked(plan.imageSizing()).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void closeWizard(FxRobot robot) {
        if (!outcome.isDone()) {
            button(robot, "Cancel").ifPresent(cancel -> robot.interact(cancel::fire));
        }
        server.stop(0);
    }

    @Test
    void oneClickOnTheFirstPageStartsAQuickSearch(FxRobot robot) throws Exception {
        robot.clickOn("Start search");
        assertThat(outcome.get(20, TimeUnit.SECONDS)).hasValueSatisfying(request -> assertThat(request.config())
                .isEqualTo(Preset.QUICK.config(NasBench201.SPACE, "synthetic")));
        assertThat(store.get("space", "")).isEqualTo("nas-bench-201");
    }

    @Test
    void cancellingStartsNothing(FxRobot robot) throws Exception {
        robot.clickOn("Cancel");
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void noButtonMovesFromPageToPage(FxRobot robot) {
        double cancel = left(robot, "Cancel");
        double previous = left(robot, "Previous");
        robot.clickOn("Next").clickOn("Next").clickOn("Next").clickOn("Next");
        assertThat(left(robot, "Cancel")).isEqualTo(cancel);
        assertThat(left(robot, "Previous")).isEqualTo(previous);
        assertThat(button(robot, "Next").orElseThrow().isVisible()).isFalse();
    }

    private static double left(FxRobot robot, String words) {
        Button button = button(robot, words).orElseThrow();
        return button.localToScreen(button.getBoundsInLocal()).getMinX();
    }

    @Test
    void aStepAboveThePagesLeadsToItsPage(FxRobot robot) {
        robot.clickOn("#plan-step-4");
        assertThat(robot.lookup("#kernels-nd4j").tryQuery()).isPresent();
        robot.clickOn("#plan-step-1");
        assertThat(robot.lookup("#source-own").tryQuery()).isPresent();
    }

    @Test
    void theDataPageShowsWhatIsThere(FxRobot robot) {
        assertThat(text(robot, "#data-summary")).contains("5,000 training", "1,000 test", "10 classes");
        assertThat(robot.lookup("triangle").tryQuery()).isPresent();
    }

    @Test
    void dataThatCannotBeUsedAreToldOnTheDataPageAndStopTheStart(FxRobot robot) throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        robot.clickOn("#source-own");
        robot.interact(() -> robot.lookup("#own-path")
                .queryAs(TextField.class)
                .setText(folder.resolve("empty").toString()));
        await(() -> plan.images().checked(plan.imageSizing()).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#data-summary")).contains("empty");
        assertThat(button(robot, "Start search").orElseThrow().isDisabled()).isTrue();
    }

    @Test
    void aDownloadThatFailsSaysWhyAndCanBeStartedAgain(FxRobot robot) throws Exception {
        robot.clickOn("#source-cifar_10").clickOn("#download");
        await(() -> text(robot, "#download-state").contains("MD5"));
        assertThat(robot.lookup("#download").queryButton().isVisible()).isTrue();
    }

    @Test
    void theSpacePageDrawsTheChosenSpace(FxRobot robot) throws Exception {
        robot.clickOn("Next").clickOn("#space-darts");
        FigureView drawing = robot.lookup("#space-drawing").queryAs(FigureView.class);
        await(() -> String.valueOf(drawing.getAccessibleText()).contains("search space darts"));
        assertThat(plan.space().get()).isEqualTo(Darts.SPACE);
    }

    @Test
    void theSpacePageDrawsReductionCellsToo(FxRobot robot) throws Exception {
        robot.clickOn("Next").clickOn("#space-darts").clickOn("reduction");
        await(() -> robot.lookup("#space-drawing").query().getAccessibleText().contains("reduction cell"));
    }

    @Test
    void cifar10ThatIsHereAlreadyIsOffered(FxRobot robot) throws Exception {
        Path downloads = Files.createDirectories(folder.resolve("here"));
        Path archive = Files.createFile(downloads.resolve("cifar-10-binary.tar.gz"));
        SearchPlan other = new SearchPlan(folder.resolve("runs"));
        robot.interact(() -> new DataPage(other, new Cifar10Download(), downloads));
        assertThat(other.images().cifar10().get()).isEqualTo(archive.toString());
    }

    @Test
    void aMistakeIsToldBesideItsSetting(FxRobot robot) {
        robot.clickOn("Next").clickOn("Next");
        robot.interact(
                () -> robot.lookup("#setting-channels").queryAs(TextField.class).setText("7"));
        assertThat(text(robot, "#meaning-channels")).startsWith("7 is odd");
        assertThat(button(robot, "Start search").orElseThrow().isDisabled()).isTrue();
    }

    @Test
    void aPresetFillsEverySetting(FxRobot robot) {
        robot.clickOn("Next").clickOn("Next").clickOn("#preset-paper");
        assertThat(robot.lookup("#setting-epochs").queryAs(TextField.class).getText())
                .isEqualTo("30");
    }

    @Test
    void aStrategyIsChosenBesideAllOthers(FxRobot robot) {
        robot.clickOn("Next").clickOn("Next");
        robot.interact(() -> robot.lookup("#strategies-side-by-side")
                .queryAs(Hyperlink.class)
                .fire());
        TableView<TextTable.Row> strategies = robot.lookup("#strategies-table").queryTableView();
        assertThat(strategies.getItems()).hasSize(Strategies.ALL.size());
        TextTable.Row pcDarts = strategies.getItems().stream()
                .filter(row -> row.shown(0).equals("PC-DARTS"))
                .findFirst()
                .orElseThrow();
        assertThat(pcDarts.shown(1)).isEqualTo("93.41 ± 0.30");
        robot.interact(() -> strategies.getSelectionModel().select(pcDarts));
        assertThat(robot.lookup("#strategy-words").queryLabeled().getText()).contains("Never published for this space");
        robot.interact(() -> robot.lookup("#choose-strategy").queryButton().fire());
        assertThat(plan.text(Strategies.STRATEGY).get()).isEqualTo("pc-darts");
    }

    @Test
    void helpExplainsATerm(FxRobot robot) {
        robot.clickOn("Next").clickOn("Next");
        robot.interact(() -> robot.lookup("#help-shrink").queryButton().fire());
        assertThat(robot.lookup(".equation").tryQuery()).isPresent();
    }

    @Test
    void theDevicePageSaysWhyALibraryCannotBeUsed(FxRobot robot) {
        robot.clickOn("Next").clickOn("Next").clickOn("Next");
        assertThat(robot.lookup("#kernels-onednn").query().isDisabled()).isTrue();
        assertThat(robot.lookup("cannot be used: needs another processor").tryQuery())
                .isPresent();
        robot.clickOn("#kernels-nd4j");
        assertThat(plan.text(ComputeSettings.KERNELS).get()).isEqualTo("nd4j");
    }

    @Test
    void theDevicePageSaysThatLibrariesAreNotTestedWhileASearchRuns(FxRobot robot) {
        robot.interact(() -> {
            plan.searching().set(true);
            plan.kernels().set(List.of());
        });
        robot.clickOn("#plan-step-4");
        assertThat(robot.lookup("The compute libraries are tested when no search runs in this window.")
                        .tryQuery())
                .isPresent();
    }

    @Test
    void theDevicePageOffersEveryPrecisionAndSaysWhichCannotBeHad(FxRobot robot) {
        robot.clickOn("Next").clickOn("Next").clickOn("Next");
        ChoiceBox<String> precision = robot.lookup("#setting-precision").query();
        assertThat(precision.getItems()).containsExactly("auto", "fp32", "bf16");

        robot.interact(() -> precision.setValue("bf16"));

        assertThat(plan.problem().get().message()).isEqualTo("no kernels train in bf16 here; take fp32");
    }

    @Test
    void theDevicePageSaysWhatThisMachineHas(FxRobot robot) throws Exception {
        robot.clickOn("Next").clickOn("Next").clickOn("Next");
        String processor = Processor.here().name();
        await(() -> robot.lookup((Label label) -> label.getText().startsWith(processor))
                .tryQuery()
                .isPresent());
    }

    @Test
    void thePreflightPageMeasuresThisMachine(FxRobot robot) throws Exception {
        robot.interact(() -> plan.show(TinySearch.config()));
        robot.clickOn("Next").clickOn("Next").clickOn("Next").clickOn("Next");
        await(() -> text(robot, "#trial-speed").contains("images/s"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#trial-time")).matches("(about )?[0-9.]+( to [0-9.]+)? (s|min|h)");
        robot.interact(() -> robot.lookup("#run-name").queryAs(TextField.class).setText("mine"));
        robot.clickOn("Start search");
        assertThat(outcome.get(20, TimeUnit.SECONDS)).hasValueSatisfying(request -> assertThat(request)
                .isEqualTo(new SearchRequest(TinySearch.config(), folder.resolve("runs/mine"))));
    }

    @Test
    void measuringGivesWayToASearchThatStarts(FxRobot robot) {
        robot.clickOn("Next").clickOn("Next").clickOn("Next");
        robot.interact(() -> {
            button(robot, "Next").orElseThrow().fire();
            plan.searching().set(true);
        });
        assertThat(text(robot, "#trial-state")).contains("A search has started", "measuring was given up");
        assertThat(button(robot, "Measure again"))
                .hasValueSatisfying(again -> assertThat(again.isDisabled()).isTrue());
    }

    @Test
    void aSearchForEverySeedIsAddedToTheQueueWhileAnotherRuns(FxRobot robot) throws Exception {
        robot.interact(() -> {
            plan.searching().set(true);
            plan.show(TinySearch.config());
        });
        robot.clickOn("Next").clickOn("Next").clickOn("Next").clickOn("Next");
        assertThat(button(robot, "Start search"))
                .hasValueSatisfying(start -> assertThat(start.isDisabled()).isTrue());
        assertThat(text(robot, "#trial-state")).contains("nothing is measured");
        robot.clickOn("#queue-seeds").write("0-2");
        assertThat(text(robot, "#queue-meaning")).isEqualTo("Adds 3 searches to the queue, with seeds 0, 1, 2");
        robot.clickOn("#add-to-queue");
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(queued)
                .extracting(SearchQueue.Planned::name)
                .containsExactly(
                        "synthetic-tiny-is-darts-seed0",
                        "synthetic-tiny-is-darts-seed1",
                        "synthetic-tiny-is-darts-seed2");
        assertThat(queued.get(1).config()).isEqualTo(TinySearch.config().with(RunSettings.SEED, 1L));
    }

    @Test
    void seedsThatAreNoneCannotBeAdded(FxRobot robot) {
        robot.clickOn("Next").clickOn("Next").clickOn("Next").clickOn("Next");
        robot.clickOn("#queue-seeds").write("many");
        assertThat(text(robot, "#queue-meaning")).contains("'many' is not a seed");
        assertThat(robot.lookup("#add-to-queue").query().isDisabled()).isTrue();
    }

    @Test
    void theLineThatSaysWhatIsMissingLeadsToItsRow(FxRobot robot) {
        robot.interact(() -> plan.text(RunSettings.EPOCHS).set("1"));
        robot.clickOn("#plan-status");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#setting-epochs").query().isFocused()).isTrue();
    }

    @Test
    void enterInThePathStaysOnThePage(FxRobot robot) {
        robot.clickOn("#source-own").clickOn("#own-path").write("here").type(KeyCode.ENTER);
        assertThat(robot.lookup("#data-summary").tryQuery()).isPresent();
        assertThat(outcome).isNotDone();
    }

    /** JavaFX crashes on GTK where the window is gone while a text field still handles a key. */
    @Test
    void escapeInAFieldCancelsOnceTheKeyIsHandled(FxRobot robot) throws Exception {
        Node field = robot.lookup("#own-path").query();
        robot.interact(() -> {
            Event.fireEvent(
                    field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertThat(field.getScene().getWindow().isShowing()).isTrue();
        });
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void cancelKeepsWhatWasTyped(FxRobot robot) throws Exception {
        robot.interact(() -> plan.text(RunSettings.EPOCHS).set("77"));
        robot.clickOn("Cancel");
        outcome.get(20, TimeUnit.SECONDS);
        assertThat(store.get("epochs", "")).isEqualTo("77");
    }

    @Test
    void cancelForgetsASearchThatWasToBeLikeAnother(FxRobot robot) throws Exception {
        robot.interact(() -> wizard.beginWith(plan.config().with(RunSettings.EPOCHS, 77)));
        robot.clickOn("Cancel");
        outcome.get(20, TimeUnit.SECONDS);
        assertThat(store.get("epochs", "")).isEmpty();
    }

    @Test
    void whatBecomesOfImagesOfAnotherSizeIsShown(FxRobot robot) throws Exception {
        robot.interact(() ->
                robot.lookup("#setting-imageSize").queryAs(TextField.class).setText("16x24"));
        await(() -> robot.lookup(".label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().endsWith("32x32 → 16x24")));
        assertThat(text(robot, "#data-summary")).contains("16x24");
    }

    @Test
    void aSizeThatImagesCannotHaveIsToldWithWhatWouldBeRight(FxRobot robot) throws Exception {
        robot.interact(() ->
                robot.lookup("#setting-imageSize").queryAs(TextField.class).setText("100000"));
        await(() ->
                robot.lookup("#plan-status").queryLabeled().getText().matches("Not yet: Image size: .*100000.*\\d.*"));
    }

    @Test
    void aFolderThatWasMadeMeanwhileIsToldInsteadOfStarting(FxRobot robot) throws Exception {
        robot.interact(() -> {
            plan.show(TinySearch.config());
            plan.runName().set("mine");
        });
        Files.createDirectories(folder.resolve("runs/mine"));

        robot.interact(() -> button(robot, "Start search").orElseThrow().fire());

        assertThat(robot.lookup("#plan-status").queryLabeled().getText()).contains("exists already");
    }

    @Test
    void everyFieldThatIsWrongIsMarkedAndSaysWhy(FxRobot robot) {
        robot.clickOn("Next").clickOn("Next");
        robot.interact(() -> {
            plan.text(RunSettings.EPOCHS).set("many");
            plan.text(OptimizerSettings.MOMENTUM).set("7");
        });
        for (String field : List.of("#setting-epochs", "#setting-momentum")) {
            assertThat(robot.lookup(field).query().getPseudoClassStates()).contains(Styles.STATE_DANGER);
        }
        assertThat(robot.lookup(".plan-problem").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(text -> text.contains("many"))
                .anyMatch(text -> text.contains("7"));
        robot.interact(() -> plan.text(RunSettings.EPOCHS).set("6"));
        assertThat(robot.lookup("#setting-epochs").query().getPseudoClassStates())
                .doesNotContain(Styles.STATE_DANGER);
    }

    @Test
    void everySettingThatCanBeWrongHasAPlaceOnAPage(FxRobot robot) {
        robot.interact(() -> {
            List<PlanPage> pages = List.of(
                    new DataPage(plan, new Cifar10Download(), folder), new SettingsPage(plan), new DevicePage(plan));
            assertThat(SearchSettings.ALL)
                    .filteredOn(setting -> setting != SpaceSettings.SPACE && setting != SearchSettings.PRESET)
                    .allMatch(setting -> pages.stream().anyMatch(page -> page.placeOf(new Problem(setting, "is wrong"))
                            .isPresent()));
        });
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private static Optional<Button> button(FxRobot robot, String text) {
        return robot.lookup(".button").queryAllAs(Labeled.class).stream()
                .filter(button -> button.getText().equals(text))
                .map(Button.class::cast)
                .findFirst();
    }
}
