package org.isdarts.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.isdarts.report.CostedNetwork;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.model.StoredRun;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Labels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the inspector says of the genotype that a search found. */
@ExtendWith(ApplicationExtension.class)
class FoundGenotypeTest {
    @TempDir
    private Path folder;

    private final WorkbenchModel model = new WorkbenchModel();

    private static RunLinks links() {
        Action none = Action.named("None").does(() -> {});
        return new RunLinks(none, none, run -> {});
    }

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(new Inspector(model, links()), 300, 600));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(model::close);
    }

    @Test
    void tellsWhatItsNetworkCostsForTheClassesAndImagesOfTheRun(FxRobot robot) throws TimeoutException {
        RunFolder run = run(folder.resolve("table.csv"));
        open(robot, run);
        CostedNetwork network = CostedNetwork.of(run, found(run));
        assertThat(text(robot, "#cost")).isEqualTo(Labels.cost(network.cost()));
        assertThat(robot.lookup(network.words()).tryQuery()).isPresent();
    }

    @Test
    void tellsRankAndAccuraciesOfItsTable(FxRobot robot) throws TimeoutException, IOException {
        Path table = folder.resolve("table.csv");
        RunFolder run = run(table);
        Files.writeString(
                table,
                "architecture,valid,test\n" + everywhere("nor_conv_3x3") + ",91.5,94.2\n"
                        + found(run).notation() + ",90.2,93.8\n" + everywhere("none") + ",10,10\n");
        open(robot, run);
        awaitText(robot, "Rank 2 of 3 by valid.\nvalid: 90.2 %\ntest: 93.8 %");
    }

    @Test
    void tellsWhyItsTableSaysNothing(FxRobot robot) throws TimeoutException {
        open(robot, run(folder.resolve("missing.csv")));
        await(() -> text(robot, "#table-entry").contains("there is no such file"));
    }

    private RunFolder run(Path table) {
        return RealRuns.rankedBy(table, folder.resolve("run"));
    }

    private static String everywhere(String operation) {
        return "|op~0|+|op~0|op~1|+|op~0|op~1|op~2|".replace("op", operation);
    }

    private static Genotype found(RunFolder run) {
        return GenotypeReader.read(run.summary().genotype());
    }

    private void open(FxRobot robot, RunFolder run) throws TimeoutException {
        robot.interact(() -> model.open(new StoredRun(run)));
        await(() -> robot.lookup("#cost").tryQuery().isPresent());
    }

    private static void awaitText(FxRobot robot, String expected) throws TimeoutException {
        await(() -> text(robot, "#table-entry").equals(expected));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }
}
