package org.isdarts.ui.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.isdarts.event.SearchState;
import org.isdarts.run.BackgroundSearch;
import org.isdarts.run.RealRuns;
import org.isdarts.run.TinySearch;
import org.isdarts.serve.OfferedRun;
import org.isdarts.serve.RunServer;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.TinySweep;
import org.isdarts.ui.QuietSurroundings;
import org.isdarts.ui.Workbench;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Runs of a server with a token, opened in the window. */
@ExtendWith(ApplicationExtension.class)
class ServerWindowTest {
    private static final String TOKEN = "known-to-few";

    @TempDir
    private Path folder;

    private final Preferences preferences = new MemoryPreferences();
    private RunServer server;
    private BackgroundSearch search;
    private Workbench workbench;
    private Stage window;

    @Start
    void open(Stage stage) throws IOException {
        RealRuns.copyTo(folder);
        server = serve(0);
        window = stage;
        workbench = new Workbench(stage, folder.resolve("none"), new Remembered(preferences), new QuietSurroundings());
        workbench.show();
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
        server.close();
        if (search != null) {
            search.end();
        }
    }

    @Test
    void listsTheRunsOfTheServer(FxRobot robot) throws TimeoutException {
        connect(robot, "", TOKEN);
        await(() -> list(robot).getItems().size() == 3);
    }

    @Test
    void theAddressTakesTheKeysAtOnce(FxRobot robot) {
        robot.clickOn("#open-from-server");
        Node address = robot.lookup("#server-address").query();
        assertThat(address.getScene().getFocusOwner()).isSameAs(address);
    }

    @Test
    void escapeClosesItFromTheListToo(FxRobot robot) throws TimeoutException {
        connect(robot, "", TOKEN);
        await(() -> list(robot).getItems().size() == 3);
        robot.clickOn("#server-runs").type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#server-address").tryQuery()).isEmpty();
    }

    /** JavaFX crashes on GTK where the window is gone while a text field still handles a key. */
    @Test
    void escapeInAFieldClosesItOnceTheKeyIsHandled(FxRobot robot) {
        robot.clickOn("#open-from-server");
        Node address = robot.lookup("#server-address").query();
        robot.interact(() -> {
            Event.fireEvent(
                    address, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertThat(address.getScene().getWindow().isShowing()).isTrue();
        });
        assertThat(robot.lookup("#server-address").tryQuery()).isEmpty();
    }

    @Test
    void opensTheRunThatIsChosen(FxRobot robot) throws TimeoutException {
        openOneOfTheList(robot);
        await(() -> workbench.model().history().get().state() == SearchState.FINISHED);
        assertThat(workbench.model().name().get()).isEqualTo("iim-7");
        assertThat(robot.lookup("#server-address").tryQuery()).isEmpty();
    }

    @Test
    void aDamagedRunSaysWhyWhereItIsChosenAndCannotBeOpenedWithoutItsManifest(FxRobot robot) throws Exception {
        Files.writeString(folder.resolve("iim-7/manifest.json"), "null");
        connect(robot, "", TOKEN);
        await(() -> list(robot).getItems().size() == 3);
        robot.interact(() -> list(robot).getSelectionModel().selectLast());
        assertThat(robot.lookup("#server-outcome").queryLabeled().getText())
                .contains("iim-7 is damaged: ", "manifest.json");
        assertThat(robot.lookup("#server-open").queryButton().isDisabled()).isTrue();
    }

    @Test
    void opensTheRunThatTheAddressNames(FxRobot robot) throws TimeoutException {
        connect(robot, "fisher-8", TOKEN);
        await(() -> workbench.model().name().get().equals("fisher-8"));
    }

    @Test
    void theStatusBarSaysWhereTheRunIs(FxRobot robot) throws TimeoutException {
        openOneOfTheList(robot);
        await(() -> text(robot, "#place").equals("at " + address() + "iim-7"));
    }

    @Test
    void steeringIsDisabledAndSaysWhy(FxRobot robot) throws TimeoutException {
        openOneOfTheList(robot);
        await(() -> workbench.model().history().get().state() == SearchState.FINISHED);
        assertThat(Stream.of("#resume", "#pause", "#stop", "#checkpoint")
                        .map(button -> robot.lookup(button).queryButton()))
                .allMatch(Node::isDisabled)
                .allMatch(button -> button.getAccessibleHelp().contains("on a server and can only be looked at"));
    }

    @Test
    void aSweepOfTheServerIsFollowedAndNotSteered(FxRobot robot) throws Exception {
        openServedSweep(robot);
        assertThat(text(robot, "#sweep-standing")).startsWith("3 runs at http://127.0.0.1:" + server.port());
        assertThat(Stream.of("#sweep-resume", "#sweep-pause", "#sweep-stop")
                        .map(button -> robot.lookup(button).queryButton()))
                .allMatch(Node::isDisabled)
                .allMatch(button -> button.getAccessibleHelp().contains("steer it there"));
    }

    @Test
    void aRunOfTheServersSweepOpensFromThere(FxRobot robot) throws Exception {
        openServedSweep(robot);
        TableView<?> matrix = robot.lookup("#sweep-matrix").queryTableView();
        robot.interact(() -> selectFirst(matrix));
        robot.interact(() -> robot.lookup("#sweep-open").queryButton().fire());
        await(() -> text(robot, "#place").startsWith("at http://127.0.0.1:" + server.port()));
    }

    private static <T> void selectFirst(TableView<T> matrix) {
        matrix.getSelectionModel().select(0, matrix.getColumns().get(1));
    }

    @Test
    void aFolderOfRunsOffersNoSweepToOpen(FxRobot robot) throws TimeoutException {
        connect(robot, "", TOKEN);
        await(() -> list(robot).getItems().size() == 3);
        assertThat(robot.lookup("#server-open-sweep").query().isVisible()).isFalse();
    }

    private void openServedSweep(FxRobot robot) throws Exception {
        serveSweep();
        connect(robot, "", TOKEN);
        await(() -> robot.lookup("#server-open-sweep").query().isVisible());
        robot.clickOn("#server-open-sweep");
        await(() -> text(robot, "#sweep-standing").endsWith("1 finished, 2 waiting"));
    }

    /** Three seeds, of which the first is finished. */
    private void serveSweep() throws IOException {
        SweepFolder sweep = TinySweep.create(folder.resolve("sweep"));
        RealRuns.copyTo("fisher-7", sweep.folderOf(sweep.run(0)));
        server.close();
        server = RunServer.start(
                sweep.path(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.of(TOKEN));
    }

    @Test
    void saysThatATokenIsDemanded(FxRobot robot) throws TimeoutException {
        connect(robot, "", "");
        await(() -> text(robot, "#server-outcome").contains("demands a token"));
    }

    @Test
    void saysWhatIsNoAddress(FxRobot robot) throws TimeoutException {
        robot.clickOn("#open-from-server");
        write(robot, "#server-address", "ftp://somewhere");
        robot.clickOn("#server-connect");
        await(() -> text(robot, "#server-outcome").contains("is not the address of runs"));
    }

    @Test
    void remembersTheAddressAndNeverTheToken(FxRobot robot) throws TimeoutException {
        connect(robot, "", TOKEN);
        await(() -> !list(robot).getItems().isEmpty());
        assertThat(new Remembered(preferences).all().values())
                .contains(address())
                .noneMatch(value -> value.contains(TOKEN));
    }

    @Test
    void saysThatTheConnectionIsLostAndGoesOnOnceItIsBack(FxRobot robot)
            throws TimeoutException, IOException, InterruptedException {
        search = BackgroundSearch.begin(folder.resolve("live"), TinySearch.endless());
        connect(robot, "live", TOKEN);
        await(() -> !workbench.model().history().get().epochs().isEmpty());
        int port = server.port();
        server.close();
        await(() -> text(robot, "#trouble").startsWith("connection lost, trying again in"));
        int before = workbench.model().history().get().epochs().size();
        server = serve(port);
        await(() -> workbench.model().history().get().epochs().size() > before);
        await(() -> text(robot, "#trouble").isEmpty());
    }

    private RunServer serve(int port) throws IOException {
        return RunServer.start(
                folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Optional.of(TOKEN));
    }

    private void openOneOfTheList(FxRobot robot) throws TimeoutException {
        connect(robot, "", TOKEN);
        await(() -> !list(robot).getItems().isEmpty());
        OfferedRun wanted = list(robot).getItems().stream()
                .filter(run -> run.name().equals("iim-7"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> list(robot).getSelectionModel().select(wanted));
        robot.clickOn("#server-open");
    }

    private void connect(FxRobot robot, String run, String token) {
        robot.clickOn("#open-from-server");
        write(robot, "#server-address", address() + run);
        write(robot, "#server-token", token);
        robot.clickOn("#server-connect");
    }

    private String address() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }

    private static ListView<OfferedRun> list(FxRobot robot) {
        return robot.lookup("#server-runs").queryListView();
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryLabeled().getText();
    }
}
