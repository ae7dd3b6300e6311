package org.isdarts.ui.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.isdarts.data.Picture;
import org.isdarts.figure.FigureTheme;
import org.isdarts.predict.Guess;
import org.isdarts.run.Labels;
import org.isdarts.text.Numbers;
import org.isdarts.text.UserException;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.drop.DropTarget;
import org.isdarts.ui.drop.Dropped;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.SideWindow;
import org.isdarts.ui.panel.Thumbnails;

/** Shows which classes a trained network takes an image for that is dropped onto the window or chosen. */
public final class ClassifyWindow extends SideWindow {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 470;
    private static final Insets AROUND = new Insets(12);
    private static final double SHOWN_SIDE = 264;
    private static final int MOST_GUESSES = 8;
    private static final ExtensionFilter IMAGES = new ExtensionFilter("Images", "*.png", "*.jpg", "*.jpeg");
    private static final ExtensionFilter NETWORKS = new ExtensionFilter("Exported networks", "*.onnx");

    private final Label networkName = Lines.text("");
    private final ImageView image = new ImageView();
    private final Label imageName = Lines.muted("Drop an image here, or choose one.");
    private final GridPane guesses = new GridPane();
    private final Label problem = Lines.text("");
    private final Button choose = new Button("Choose image …");
    private Optional<SharedClassifier> network = Optional.empty();
    private Path asked;

    /** @param run folder of a finished training whose network classifies; empty for none yet */
    public ClassifyWindow(Window owner, FigureTheme theme, Optional<Path> run) {
        super(owner, theme, "Classify images", "training-window", WIDTH, HEIGHT);
        root().setTop(head());
        root().setCenter(middle());
        root().setBottom(foot());
        new DropTarget(getScene(), root(), (dropped, text) -> use(dropped));
        setOnHidden(hidden -> release());
        networkName.setText(
                "No network is chosen yet; open a finished training, or choose an ONNX file exported from one.");
        run.ifPresent(folder -> takeNetwork(folder, "Network of " + Labels.nameOf(folder)));
    }

    @Override
    protected Node first() {
        return choose;
    }

    private HBox head() {
        networkName.setId("classifying-network");
        Button chooseNetwork = new Button("Choose network …");
        chooseNetwork.setId("choose-network");
        chooseNetwork.setMinWidth(Region.USE_PREF_SIZE);
        chooseNetwork.setOnAction(click -> FileDialogs.toOpen(this, "Choose an exported network", NETWORKS)
                .ifPresent(file -> takeNetwork(file, "Network in " + file.getFileName())));
        return row(networkName, chooseNetwork);
    }

    private HBox middle() {
        image.setPreserveRatio(true);
        imageName.setId("classified-image");
        StackPane frame = new StackPane(image);
        frame.getStyleClass().add("panel");
        frame.setMinSize(SHOWN_SIDE, SHOWN_SIDE);
        VBox left = new VBox(6, frame, imageName);
        left.setPrefWidth(SHOWN_SIDE);
        guesses.setId("guesses");
        guesses.setHgap(8);
        guesses.setVgap(6);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        guesses.getColumnConstraints().addAll(wide, new ColumnConstraints(180), new ColumnConstraints(64));
        HBox.setHgrow(guesses, Priority.ALWAYS);
        HBox middle = new HBox(16, left, guesses);
        middle.setPadding(AROUND);
        return middle;
    }

    private HBox foot() {
        problem.setId("classify-problem");
        problem.getStyleClass().add("failure");
        choose.setId("choose-image");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(
                click -> FileDialogs.toOpen(this, "Choose an image", IMAGES).ifPresent(this::classify));
        return row(problem, choose);
    }

    private static HBox row(Label words, Button button) {
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(10, words, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(AROUND);
        return row;
    }

    private void use(Dropped dropped) {
        if (dropped.kind() == Dropped.Kind.IMAGE) {
            classify(dropped.paths().get(0));
        } else {
            problem.setText("Drop a single PNG or JPEG file.");
        }
    }

    private void takeNetwork(Path path, String name) {
        release();
        network = Optional.of(new SharedClassifier(path));
        networkName.setText(name);
        problem.setText("");
        Optional.ofNullable(asked).ifPresent(this::classify);
    }

    /** Loading and closing a network takes its time. */
    private void release() {
        network.ifPresent(former -> Background.start(
                "isdarts-classify",
                cancelled -> {
                    former.close();
                    return former;
                },
                closed -> {},
                Background::unexpected));
        network = Optional.empty();
    }

    /** An image and what a network says of it. */
    private record Seen(Picture picture, List<Guess> guesses) {}

    /** Shows an image and what the network takes it for. */
    public void classify(Path file) {
        asked = file;
        if (network.isEmpty()) {
            problem.setText("Choose a network to classify " + file.getFileName() + ".");
            return;
        }
        SharedClassifier classifier = network.get();
        problem.setText("");
        imageName.setText("Classifying " + file.getFileName() + " …");
        Background.start(
                "isdarts-classify",
                cancelled -> {
                    Picture picture = Picture.read(file);
                    return new Seen(picture, classifier.classify(picture));
                },
                seen -> show(file, seen),
                failure -> failed(file, failure));
    }

    private void show(Path file, Seen seen) {
        if (!file.equals(asked)) {
            return;
        }
        image.setImage(Thumbnails.of(seen.picture));
        image.setFitWidth(SHOWN_SIDE);
        image.setFitHeight(SHOWN_SIDE);
        imageName.setText(file.getFileName() + ", " + seen.picture.size() + " pixels");
        guesses.getChildren().clear();
        for (int row = 0; row < Math.min(MOST_GUESSES, seen.guesses.size()); row++) {
            addGuess(row, seen.guesses.get(row));
        }
    }

    private void addGuess(int row, Guess guess) {
        Label name = row == 0 ? Lines.heading(guess.name()) : Lines.text(guess.name());
        name.getStyleClass().add("guess");
        ProgressBar bar = new ProgressBar(guess.probability());
        bar.setMaxWidth(Double.MAX_VALUE);
        guesses.addRow(row, name, bar, Lines.text(Numbers.percent(guess.probability())));
    }

    private void failed(Path file, Throwable failure) {
        if (!(failure instanceof UserException)) {
            Background.unexpected(failure);
        }
        if (file.equals(asked)) {
            imageName.setText("");
            problem.setText(failure.getMessage());
        }
    }
}
