package org.isdarts.ui.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.figure.FigureTheme;
import org.isdarts.serve.OfferedRun;
import org.isdarts.serve.RunAddress;
import org.isdarts.serve.RunsClient;
import org.isdarts.serve.ServedSweep;
import org.isdarts.serve.ServerException;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.model.RemoteRun;
import org.isdarts.ui.panel.SideWindow;
import org.isdarts.ui.remembered.Remembered;

/** Asks for the address of a server, lists the runs it offers, and opens one; the window beside it goes on. */
public final class ServerWindow extends SideWindow {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 420;
    private static final String CHOOSE = "Choose a run to open.";
    private static final String ADDRESS = "server";

    private final Remembered remembered;
    private final Consumer<RemoteRun> onOpen;
    private final TextField address = new TextField();
    private final PasswordField token = new PasswordField();
    private final Button connect = new Button("Connect");
    private final Button openSweep = new Button("Open the sweep");
    private final ListView<OfferedRun> runs = new ListView<>();
    private final Label outcome = new Label();
    private final Consumer<ServedSweep> onOpenSweep;
    private RunsClient client;

    /**
     * A window in the look of its owner, with the address that was used last.
     *
     * @param onOpen given the run that the user chose
     * @param onOpenSweep given the sweep of the server if the user chose it
     */
    public ServerWindow(
            Window owner,
            FigureTheme theme,
            Remembered remembered,
            Consumer<RemoteRun> onOpen,
            Consumer<ServedSweep> onOpenSweep) {
        super(owner, theme, "Open from server", "server-window", WIDTH, HEIGHT);
        this.remembered = remembered;
        this.onOpen = onOpen;
        this.onOpenSweep = onOpenSweep;
        root().setCenter(list());
        root().setTop(head());
        root().setBottom(foot());
    }

    @Override
    protected Node first() {
        return address;
    }

    private VBox head() {
        Label invitation = new Label(
                "Start isdarts serve with a folder of runs or of a sweep on the machine that searches, with --host or through an SSH"
                        + " tunnel, and give the address it prints. Runs there can be looked at and followed, not steered.");
        invitation.setWrapText(true);
        address.setId("server-address");
        address.setText(remembered.all().getOrDefault(ADDRESS, ""));
        address.setPromptText("http://server:8731/");
        address.setOnAction(enter -> connect.fire());
        token.setId("server-token");
        token.setPromptText("only where the server printed one; never kept");
        token.setOnAction(enter -> connect.fire());
        connect.setId("server-connect");
        connect.setTooltip(new Tooltip("List the runs there; with a run's name in the address, open that run"));
        connect.setOnAction(click -> connect());
        connect.disableProperty().bind(address.textProperty().isEmpty());
        GridPane fields = new GridPane();
        fields.setHgap(8);
        fields.setVgap(6);
        fields.addRow(0, labeled("Address", address), address);
        fields.addRow(1, labeled("Token", token), token, connect);
        GridPane.setColumnSpan(address, 2);
        GridPane.setHgrow(token, Priority.ALWAYS);
        VBox head = new VBox(8, invitation, fields);
        head.getStyleClass().add("server-head");
        return head;
    }

    private static Label labeled(String words, TextField field) {
        Label label = new Label(words);
        label.setLabelFor(field);
        return label;
    }

    private ListView<OfferedRun> list() {
        runs.setId("server-runs");
        runs.setPlaceholder(new Label("The runs of the server will be listed here."));
        runs.setCellFactory(view -> new OfferedRunCell());
        runs.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                openSelected();
            }
        });
        runs.setOnKeyPressed(press -> {
            if (press.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        return runs;
    }

    private HBox foot() {
        outcome.setId("server-outcome");
        outcome.setWrapText(true);
        outcome.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        Button open = new Button("Open");
        open.setId("server-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.getStyleClass().add("accent");
        open.disableProperty()
                .bind(runs.getSelectionModel()
                        .selectedItemProperty()
                        .map(run -> !run.canBeOpened())
                        .orElse(true));
        runs.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> tellAbout(now));
        open.setOnAction(click -> openSelected());
        openSweep.setId("server-open-sweep");
        openSweep.setMinWidth(Region.USE_PREF_SIZE);
        openSweep.setTooltip(new Tooltip("Show all runs of the sweep that this server offers, and follow them"));
        openSweep.setOnAction(click -> openSweep());
        openSweep.managedProperty().bind(openSweep.visibleProperty());
        openSweep.setVisible(false);
        HBox foot = new HBox(8, outcome, openSweep, open);
        foot.getStyleClass().add("server-foot");
        return foot;
    }

    private void connect() {
        runs.getItems().clear();
        openSweep.setVisible(false);
        client = null;
        try {
            RunAddress wanted = RunAddress.parse(address.getText());
            client = new RunsClient(wanted.server(), token.getText().strip());
            tell("Asking " + wanted.server() + " …");
            RunsClient asked = client;
            ask(asked, () -> find(asked, wanted));
        } catch (IllegalArgumentException noAddress) {
            fail(noAddress.getMessage());
        }
    }

    /** What is done with a server's answer. */
    private interface Question {
        Runnable ask() throws IOException;
    }

    /** Asks on a thread of its own; the answer to an address given earlier is of no interest any more. */
    private void ask(RunsClient asked, Question question) {
        Background.start(
                "isdarts-server",
                cancelled -> answer(asked, question),
                answer -> {
                    if (asked == client && isShowing()) {
                        answer.run();
                    }
                },
                Background::unexpected);
    }

    private Runnable answer(RunsClient asked, Question question) {
        try {
            return question.ask();
        } catch (IOException unreachable) {
            return () -> fail(asked.server() + " does not answer as isdarts serve does; is the address right, and does"
                    + " isdarts serve run there?");
        } catch (ServerException refused) {
            return () -> fail(refused.getMessage());
        }
    }

    private Runnable find(RunsClient asked, RunAddress wanted) throws IOException {
        if (wanted.run().isPresent()) {
            OfferedRun run = asked.run(wanted.run().get());
            return () -> {
                remember(wanted);
                open(run);
            };
        }
        List<OfferedRun> offered = asked.list();
        boolean ofSweep = asked.sweep().isPresent();
        return () -> {
            remember(wanted);
            show(offered);
            openSweep.setVisible(ofSweep);
        };
    }

    private void remember(RunAddress answering) {
        remembered.keep(Map.of(ADDRESS, answering.toString()));
    }

    private void show(List<OfferedRun> offered) {
        runs.getItems().setAll(offered);
        tell(offered.isEmpty() ? "There are no runs yet." : CHOOSE);
        runs.getSelectionModel().selectFirst();
        runs.requestFocus();
    }

    private void openSelected() {
        OfferedRun selected = runs.getSelectionModel().getSelectedItem();
        if (selected != null && selected.canBeOpened()) {
            open(selected);
        }
    }

    private void tellAbout(OfferedRun run) {
        if (run != null && run.message() != null) {
            fail(run.title() + " is " + run.state() + ": " + run.message());
        } else if (run != null) {
            tell(CHOOSE);
        }
    }

    private void open(OfferedRun run) {
        onOpen.accept(new RemoteRun(client, run));
        close();
    }

    private void openSweep() {
        RunsClient asked = client;
        ask(asked, () -> {
            URI server = asked.server();
            Path place = Files.createTempDirectory("isdarts-sweep").resolve(server.getHost() + "-" + server.getPort());
            ServedSweep sweep = ServedSweep.copy(asked, place);
            return () -> {
                onOpenSweep.accept(sweep);
                close();
            };
        });
    }

    private void tell(String words) {
        outcome.getStyleClass().remove("failure");
        outcome.setText(words);
    }

    private void fail(String words) {
        tell(words);
        outcome.getStyleClass().add("failure");
    }
}
