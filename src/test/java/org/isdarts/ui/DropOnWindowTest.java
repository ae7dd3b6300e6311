package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isdarts.event.SearchState;
import org.isdarts.run.RealRuns;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is dragged onto the window from the desktop: said before the drop, done after it. */
@ExtendWith(ApplicationExtension.class)
class DropOnWindowTest {
    private static final String GENOTYPE =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";

    @TempDir
    static Path folder;

    private final AtomicReference<Path> searchedOn = new AtomicReference<>();
    private Workbench workbench;
    private Stage window;

    @BeforeAll
    static void putRuns() {
        RealRuns.copyTo(folder);
    }

    @Start
    void open(Stage stage) {
        window = stage;
        workbench = new Workbench(stage, folder, new Remembered(new MemoryPreferences()), new QuietSurroundings() {
            @Override
            public void newSearchOn(Window owner, Path images, SearchLauncher launcher) {
                searchedOn.set(images);
            }
        });
        workbench.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            robot.listWindows().stream().filter(each -> each != window).toList().forEach(each -> ((Stage) each)
                    .close());
            workbench.model().close();
            window.hide();
        });
    }

    @Test
    void aRunFolderIsOpened(FxRobot robot) throws Exception {
        drop(robot, folder.resolve("fisher-7"), "Open the run fisher-7");
        await(() -> workbench.model().history().get().state() == SearchState.FINISHED);
        assertThat(workbench.model().name().get()).isEqualTo("fisher-7");
    }

    @Test
    void aRunFolderNamedAtTheStartIsOpenedLikewise(FxRobot robot) throws Exception {
        robot.interact(() -> workbench.open(List.of(folder.resolve("fisher-7"))));
        await(() -> workbench.model().history().get().state() == SearchState.FINISHED);
        assertThat(workbench.model().name().get()).isEqualTo("fisher-7");
    }

    @Test
    void severalRunFoldersAreCompared(FxRobot robot) throws Exception {
        drop(robot, content(List.of(folder.resolve("fisher-7"), folder.resolve("iim-7"))), "Compare these 2 runs");
        await(() -> robot.lookup("#accuracies").tryQuery().isPresent());
    }

    @Test
    void theGenotypeInAFileIsDrawn(FxRobot robot) throws Exception {
        drop(robot, folder.resolve("fisher-7/genotype.json"), "Draw the genotype in genotype.json");
        awaitGenotypeWindow(robot);
        assertThat(outcome(robot)).isEqualTo("Search space nas-bench-201.");
    }

    @Test
    void theGenotypeInATextIsDrawn(FxRobot robot) throws Exception {
        ClipboardContent text = new ClipboardContent();
        text.putString("best so far: " + GENOTYPE);
        drop(robot, text, "Draw the genotype in this text");
        awaitGenotypeWindow(robot);
        assertThat(robot.lookup("#genotype-text").queryAs(TextArea.class).getText())
                .contains(GENOTYPE);
        assertThat(outcome(robot)).isEqualTo("Search space nas-bench-201.");
    }

    @Test
    void aFolderOfImagesBeginsASearchOnThem(FxRobot robot) throws Exception {
        Path images = Files.createDirectories(folder.resolve("photographs/cat")).getParent();
        Files.write(images.resolve("cat/1.png"), new byte[1]);
        drop(robot, images, "Search on the images in photographs");
        await(() -> images.equals(searchedOn.get()));
    }

    @Test
    void anArchiveBeginsASearchOnItsImages(FxRobot robot) throws Exception {
        Path archive = Files.write(folder.resolve("images.tar.gz"), new byte[1]);
        drop(robot, archive, "Search on the images in images.tar.gz");
        await(() -> archive.equals(searchedOn.get()));
    }

    @Test
    void aBenchmarkTableRanksTheGenotypeOfTheRunShown(FxRobot robot) throws Exception {
        robot.interact(() -> workbench.runs().open(folder.resolve("fisher-7")));
        await(() -> workbench.model().history().get().state() == SearchState.FINISHED);
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "arch,accuracy\n" + GENOTYPE + ",93.1\n");
        drop(robot, table, "Rank genotypes by the table table.csv");
        awaitGenotypeWindow(robot);
        await(() -> robot.lookup("#table-entry").tryQuery().isPresent());
    }

    @Test
    void anImageIsClassified(FxRobot robot) throws Exception {
        Path image = Files.write(folder.resolve("cat.png"), new byte[1]);
        drop(robot, image, "Classify cat.png by a trained network");
        await(() -> robot.lookup("#classify-problem").tryQuery().isPresent());
        assertThat(robot.lookup("#classify-problem").queryLabeled().getText())
                .startsWith("Choose a network to classify ");
    }

    @Test
    void whatIsOfNoUseIsSaidBeforeTheDropAndAfterIt(FxRobot robot) throws Exception {
        Path file = Files.write(folder.resolve("test_batch.bin"), new byte[1]);
        drop(robot, file, "test_batch.bin is one file of images; drop the folder it is in");
        await(() -> robot.lookup("#notice .label").tryQuery().isPresent());
        assertThat(robot.lookup("#notice .label").queryLabeled().getText()).contains("drop the folder it is in");
    }

    private static String outcome(FxRobot robot) {
        return robot.lookup("#genotype-outcome").queryLabeled().getText();
    }

    private static void awaitGenotypeWindow(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#genotype-outcome").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static ClipboardContent content(List<Path> files) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(files.stream().map(Path::toFile).toList());
        return content;
    }

    private void drop(FxRobot robot, Path file, String said) {
        drop(robot, content(List.of(file)), said);
    }

    /** Drags content over the window, sees what is said, and drops it. */
    private void drop(FxRobot robot, ClipboardContent content, String said) {
        robot.interact(() -> {
            Dragboard board = board(content);
            fire(DragEvent.DRAG_OVER, board);
            Labeled overlay = robot.lookup("#drop-overlay").queryLabeled();
            assertThat(overlay.isVisible()).isTrue();
            assertThat(overlay.getText()).startsWith(said);
            fire(DragEvent.DRAG_DROPPED, board);
            assertThat(overlay.isVisible()).isFalse();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fire(EventType<DragEvent> type, Dragboard board) {
        Event.fireEvent(
                window.getScene(), new DragEvent(type, board, 300, 300, 300, 300, TransferMode.COPY, null, null, null));
    }

    /** A drag that comes from another program; JavaFX makes one for nobody but itself. */
    private static Dragboard board(ClipboardContent content) {
        try {
            Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            made.setAccessible(true);
            Dragboard board =
                    made.newInstance(offeringCopies(Toolkit.getToolkit().createLocalClipboard()));
            board.setContent(content);
            return board;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The desktop's clipboard says what may be done with its content, which a local one does not know. */
    private static TKClipboard offeringCopies(TKClipboard local) {
        return (TKClipboard) Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> method.getName().equals("getTransferModes")
                        ? Set.of(TransferMode.COPY)
                        : method.invoke(local, arguments));
    }
}
