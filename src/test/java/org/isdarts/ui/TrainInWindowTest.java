package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.event.RunEvent;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.SearchQueue;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.LoserChain;
import org.isdarts.report.TextTable;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunKinds;
import org.isdarts.run.RunState;
import org.isdarts.run.TinyEvaluation;
import org.isdarts.space.Genotype;
import org.isdarts.text.Numbers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Training the network that a search found, from the window that shows the search. */
@ExtendWith(ApplicationExtension.class)
class TrainInWindowTest {
    @TempDir
    private Path runs;

    private RunWindow window;

    /** Before the window's own patience begins. */
    @BeforeAll
    static void search(@TempDir Path other) {
        RealRuns.copyTo(other);
    }

    @Start
    void show(Stage stage) {
        RealRuns.copyTo(runs);
        window = new RunWindow(stage, runs.resolve("fisher-7"));
    }

    @BeforeEach
    void awaitRun() throws Exception {
        window.awaitRun();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(() -> window.model().stop());
        await(() -> window.model().search().isEmpty());
        window.close(robot);
    }

    private static void setUp(FxRobot robot) {
        robot.interact(() -> robot.lookup("#train-network").queryButton().fire());
        type(robot, "protocol", "tiny");
        type(robot, "trainImages", "64");
        type(robot, "testImages", "20");
        type(robot, "threads", "1");
    }

    @Test
    void cancelClosesTheWindowAndTrainsNothing(FxRobot robot) {
        robot.interact(() -> robot.lookup("#train-network").queryButton().fire());
        robot.clickOn("#cancel-training");
        assertThat(robot.lookup("#start-training").tryQuery()).isEmpty();
        assertThat(window.model().search()).isEmpty();
    }

    @Test
    void theTimeThatATrainingWillTakeIsMeasured(FxRobot robot) throws Exception {
        setUp(robot);
        robot.interact(() -> robot.lookup("#training-measure").queryButton().fire());
        await(() -> robot.lookup("#training-estimate")
                .queryLabeled()
                .getText()
                .matches("It takes about [0-9.]+ (s|min|h) here with 1 thread, .*"));
    }

    @SuppressWarnings("unchecked")
    private static void choose(FxRobot robot, String choice, String value) {
        robot.interact(() -> robot.lookup(choice).queryAs(ChoiceBox.class).setValue(value));
    }

    @SuppressWarnings("unchecked")
    private static void type(FxRobot robot, String setting, String value) {
        Node field = robot.lookup("#setting-" + setting).query();
        robot.interact(() -> {
            if (field instanceof TextField text) {
                text.setText(value);
            } else {
                ((ChoiceBox<String>) field).setValue(value);
            }
        });
    }

    private void train(FxRobot robot) throws Exception {
        setUp(robot);
        robot.interact(() -> robot.lookup("#start-training").queryButton().fire());
        await(() -> window.model().state().get() == RunState.FINISHED
                && window.model().history().get().start() != null
                && RunKinds.of(window.model().history().get().start().settings()) == EvaluationConfig.KIND);
        await(() -> window.model().search().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private RunFolder trained() throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(run -> run.toString().contains("evaluated"))
                    .map(RunFolder::open)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> links(FxRobot robot) {
        return robot.from(robot.lookup("#related-runs")).lookup(".hyperlink").queryAllAs(Hyperlink.class).stream()
                .map(Hyperlink::getText)
                .toList();
    }

    @Test
    void itIsShownWhileItTrainsAndLeadsBackToItsSearch(FxRobot robot) throws Exception {
        train(robot);

        RunEvent.EpochFinished last = window.model().history().get().epochs().get(1);
        assertThat(trained().summary().test()).isEqualTo(last.test());
        assertThat(robot.lookup("#kind").queryLabeled().getText()).isEqualTo("evaluation");
        assertThat(robot.lookup(".notice .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(words -> words.startsWith("The evaluation is finished")
                        && words.contains(Numbers.percent(last.test().top1())));
        await(() -> links(robot).equals(List.of("fisher-7")));
        robot.interact(() -> robot.from(robot.lookup("#related-runs"))
                .lookup(".hyperlink")
                .queryAs(Hyperlink.class)
                .fire());
        window.awaitRun();
        assertThat(window.model().name().get()).isEqualTo("fisher-7");
        String accuracy =
                String.format(Locale.ROOT, "test %.1f %%", 100 * last.test().top1());
        await(() -> links(robot).stream().anyMatch(words -> words.endsWith(accuracy)));
    }

    @Test
    void aProtocolSetsItsOwnSettings(FxRobot robot) {
        setUp(robot);
        type(robot, "protocol", "darts");
        TextField epochs = robot.lookup("#setting-epochs").queryAs(TextField.class);
        assertThat(epochs.getText()).isEqualTo("600");
    }

    @Test
    void aProtocolSetsTheSizeOfItsImages(FxRobot robot) {
        setUp(robot);
        type(robot, "protocol", "is-darts-imagenet");
        TextField size = robot.lookup("#setting-imageSize").queryAs(TextField.class);
        assertThat(size.getText()).isEqualTo("224");
    }

    @Test
    void whatCannotBeTrainedIsSaidInOneLine(FxRobot robot) {
        setUp(robot);
        type(robot, "trainImages", "3");
        assertThat(robot.lookup("#training-problem").queryLabeled().getText())
                .startsWith("Training images 3 is less than one batch of 32");
        assertThat(robot.lookup("#start-training").query().isDisabled()).isTrue();
    }

    @Test
    void aTrainingAddedToTheQueueBeginsInItsTurn(FxRobot robot) throws Exception {
        setUp(robot);
        robot.interact(() -> robot.lookup("#queue-training").queryButton().fire());
        await(() -> !new SearchQueue(runs).read().in(EntryState.FINISHED).isEmpty());
        assertThat(trained().summary().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void networksInWhichWhatWasKeptIsReplacedAreTrainedAndDrawn(FxRobot robot) throws Exception {
        robot.interact(() -> window.action("Replace what was kept").run());
        Supplier<String> standing =
                () -> robot.lookup("#replacement-standing").queryLabeled().getText();
        await(() -> standing.get().equals("7 of 7 networks are not trained by protocol quick yet."));
        choose(robot, "#replacement-source", "tiny");
        await(() -> standing.get().equals("7 of 7 networks are not trained by protocol tiny yet."));
        LoserChain chain = LoserChain.of(ComparedRun.of(RunFolder.open(runs.resolve("fisher-7"))));
        for (Genotype genotype : chain.genotypes()) {
            TinyEvaluation.finished(
                    runs.resolve("replaced-" + chain.genotypes().indexOf(genotype)), TinyEvaluation.config(genotype));
        }
        await(() -> standing.get().startsWith("Accuracy is test accuracy, tiny: "));
        assertThat(robot.lookup("#replacement-agreements .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(words -> words.startsWith("Importance and accuracy: "))
                .anyMatch(words -> words.startsWith("Parameters and accuracy: "));
        TableView<TextTable.Row> networks =
                robot.lookup("#replacement-networks").queryTableView();
        assertThat(networks.getItems()).hasSize(7);
        assertThat(networks.getItems().get(0).shown(0)).isEqualTo("nothing");
    }

    @Test
    void networksThatAreNotTrainedWaitInTheQueueOnceTheUserSaysSo(FxRobot robot) throws Exception {
        new SearchQueue(runs).pause(true);
        robot.interact(() -> window.action("Replace what was kept").run());
        await(() -> !robot.lookup("#replacement-train").query().isDisabled());
        robot.interact(() -> robot.lookup("#replacement-train").queryButton().fire());
        assertThat(robot.lookup("#replacement-train").query().isDisabled())
                .as("a second time")
                .isTrue();
        assertThat(new SearchQueue(runs).read().in(EntryState.WAITING))
                .hasSize(7)
                .allSatisfy(entry -> assertThat(entry.config().seed()).isEqualTo(7));
    }

    @Test
    void itUsesTheImagesOfTheSearch(FxRobot robot) throws Exception {
        train(robot);
        EvaluationConfig config = (EvaluationConfig) trained().manifest().configuration();
        assertThat(config.data()).isEqualTo("synthetic");
        assertThat(config.get(EvaluationSettings.FOUND_BY))
                .isEqualTo(runs.resolve("fisher-7").toString());
    }
}
