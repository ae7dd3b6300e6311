package org.isdarts.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RunPagesTest {
    @TempDir
    static Path runs;

    private final List<Path> opened = new ArrayList<>();
    private List<ExportPage> pages;
    private ExportDialog dialog;

    @BeforeAll
    static void search() {
        RealRuns.copyTo(runs);
    }

    @Start
    void show(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(new StackPane(), 300, 200));
        stage.show();
        pages = RunPages.of(RunFolder.open(runs.resolve("fisher-7")), opened::add);
        dialog = new ExportDialog(stage, "fisher-7", pages);
        dialog.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(dialog::close);
    }

    private String save(FxRobot robot, String ending, Path place) throws Exception {
        FilesPage page = pages.stream()
                .map(FilesPage.class::cast)
                .filter(one ->
                        one.files().stream().anyMatch(file -> file.ending().equals(ending)))
                .findFirst()
                .orElseThrow();
        ExportedFile wanted = page.files().stream()
                .filter(file -> file.ending().equals(ending))
                .findFirst()
                .orElseThrow();
        Label outcome = (Label) page.content().lookup("#outcome-" + page.title().toLowerCase(Locale.ROOT));
        robot.interact(() -> page.save(wanted, place));
        await(() -> !outcome.getText().equals("Saving …"));
        WaitForAsyncUtils.waitForFxEvents();
        return outcome.getText();
    }

    @ParameterizedTest
    @CsvSource({
        ".csv, 'epoch,cell_type,'",
        ".json, isdarts-genotype",
        ".txt, |",
        ".dot, digraph",
        ".py, import",
        ".html, <h1>fisher-7</h1>"
    })
    void whatIsSavedIsInTheFile(String ending, String held, FxRobot robot, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("saved" + ending);
        assertThat(save(robot, ending, file)).startsWith("Saved " + file);
        assertThat(Files.readString(file)).contains(held);
    }

    @Test
    void theWeightsOfAPyTorchModuleLieBesideIt(FxRobot robot, @TempDir Path folder) throws Exception {
        save(robot, ".py", folder.resolve("net.py"));
        assertThat(folder.resolve("net.npz")).isNotEmptyFile();
    }

    @Test
    void aFileThatExistsIsNotReplaced(FxRobot robot, @TempDir Path folder) throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(save(robot, ".txt", mine)).contains("exists already");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void theFolderOfWhatWasSavedCanBeOpened(FxRobot robot, @TempDir Path folder) throws Exception {
        save(robot, ".dot", folder.resolve("cells.dot"));
        robot.interact(() -> pages.get(0).content().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Open folder"))
                .forEach(Button::fire));
        assertThat(opened).containsExactly(folder);
    }
}
