package org.isdarts.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.isdarts.report.ComparedRun;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.text.Numbers;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.panel.SavedAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ComparePaneTest {
    @TempDir
    private Path folder;

    private final List<Path> opened = new ArrayList<>();
    private ComparePane pane;

    @Start
    void show(Stage stage) {
        pane = new ComparePane(new WorkbenchModel(), opened::add);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(pane, 1100, 700));
        stage.show();
    }

    @BeforeEach
    void compare(FxRobot robot) throws Exception {
        RealRuns.copyTo(folder);
        robot.interact(() -> pane.compare(RunFolder.list(folder)));
        await(() -> robot.lookup("#accuracies").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void groupsOfSeedsStandAboveTheirRuns(FxRobot robot) {
        assertThat(robot.lookup("#accuracies").queryAs(TreeTableView.class).getExpandedItemCount())
                .isEqualTo(5);
    }

    @Test
    void whatEveryNetworkCostsStandsBesideItsAccuracy(FxRobot robot) {
        TreeTableView<?> table = robot.lookup("#accuracies").queryAs(TreeTableView.class);
        ComparedRun run = ComparedRun.of(RunFolder.open(folder.resolve("iim-7")));
        TreeTableColumn<?, ?> parameters = table.getColumns().stream()
                .filter(column -> column.getText().equals("parameters"))
                .findFirst()
                .orElseThrow();
        assertThat(IntStream.range(0, table.getExpandedItemCount())
                        .mapToObj(row -> (Object) parameters.getCellData(row)))
                .contains(Numbers.millions(run.cost().orElseThrow().parameters()));
    }

    @Test
    void theGenotypesStandEdgeByEdge(FxRobot robot) {
        TableView<?> table = robot.lookup("#genotypes-nas-bench-201").queryAs(TableView.class);
        assertThat(table.getItems()).hasSize(6);
        assertThat(table.getColumns()).extracting(column -> column.getText()).contains("fisher-7", "fisher-8", "iim-7");
    }

    @Test
    void theCurvesOfAllRunsAreInOneChart(FxRobot robot) throws Exception {
        FigureView curves = robot.lookup("#compared-curves .figure-view").queryAs(FigureView.class);
        await(() -> curves.getAccessibleText() != null);
        assertThat(curves.getAccessibleText()).contains("fisher-7", "fisher-8", "iim-7");
    }

    @Test
    void aDamagedRunIsComparedAsFarAsItCanBeReadAndCalledSo(FxRobot robot) throws Exception {
        Files.writeString(folder.resolve("iim-7/events.jsonl"), "{\"schema\":1}\nnonsense\n{}\n");
        robot.interact(() -> pane.compare(RunFolder.list(folder)));
        await(() ->
                robot
                        .from(robot.lookup("#accuracies"))
                        .lookup(".tree-table-row-cell .text")
                        .queryAllAs(Text.class)
                        .stream()
                        .anyMatch(text -> text.getText().contains("iim-7 (damaged)")));
    }

    @Test
    void theNameOfAGroupIsShownWhole(FxRobot robot) {
        assertThat(robot.from(robot.lookup("#accuracies"))
                        .lookup(".tree-table-row-cell .text")
                        .queryAllAs(Text.class))
                .extracting(Text::getText)
                .contains("Importance: fisher", "Importance: iim")
                .noneMatch(text -> text.endsWith("..."));
    }

    @Test
    void theReportOfTheRunsIsWrittenAndItsFolderOpens(FxRobot robot, @TempDir Path chosen) throws Exception {
        FileDialogs.Desktop former = FileDialogs.answeredBy(new SavedAs(chosen.resolve("both")));
        robot.interact(() -> robot.lookup("#export-comparison").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "Curves and report …".equals(item.getText()))
                .forEach(MenuItem::fire));
        robot.clickOn("Report");
        robot.clickOn("#save-html");
        FileDialogs.answeredBy(former);
        Path file = chosen.resolve("both.html");
        await(() -> Files.exists(file));
        assertThat(file).content().contains("Comparison of 3 runs", "fisher-8", "isdarts search");
        await(() -> robot.lookup("Open folder").query().isVisible());
        robot.clickOn("Open folder");
        assertThat(opened).containsExactly(chosen);
        robot.clickOn("Close");
    }
}
