package org.isdarts.ui.training;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.data.ImageSource;
import org.isdarts.data.Picture;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationData;
import org.isdarts.event.RunEvent.Mistake;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.text.Numbers;
import org.isdarts.text.UserException;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.Thumbnails;

/** The test images that a network was surest and wrong about: picture, true class, the class taken for it, probability. */
final class WrongImages extends ScrollPane {
    private static final int SIDE = 72;

    private final FlowPane images = new FlowPane(10, 10);
    private Path shown;

    WrongImages() {
        setId("wrong-images");
        images.setPadding(new Insets(8));
        images.getStyleClass().add("viewport");
        setContent(images);
        setFitToWidth(true);
    }

    /** An image and what was said of it. */
    private record Wrong(Picture picture, Mistake mistake) {}

    /** Reads the images of a run and shows those it was wrong about. */
    void show(RunFolder run, TestImagesJudged judged) {
        if (run.path().equals(shown)) {
            return;
        }
        shown = run.path();
        ProgressBar reading = new ProgressBar();
        reading.setAccessibleText("Reading the images");
        VBox told = new VBox(6, Lines.muted("Reading all images, as the run did; this may take a minute …"), reading);
        images.getChildren().setAll(told);
        Background.start(
                "isdarts-wrong-images",
                cancelled -> read(run, judged),
                found -> set(run, judged, found),
                failure -> failed(run, failure));
    }

    private static List<Wrong> read(RunFolder run, TestImagesJudged judged) {
        EvaluationConfig config = (EvaluationConfig) run.manifest().configuration();
        Dataset dataset = Datasets.open(config.data(), config.imageSizing(), config.seed());
        if (!dataset.fingerprint().equals(run.manifest().dataset().fingerprint())) {
            throw new RunException("The images in " + config.data() + " are no longer those of the run.");
        }
        ImageSource test = EvaluationData.of(config, dataset).test();
        return judged.mistakes().stream()
                .map(mistake -> new Wrong(test.picture(mistake.image()), mistake))
                .toList();
    }

    private void set(RunFolder run, TestImagesJudged judged, List<Wrong> found) {
        if (!run.path().equals(shown)) {
            return;
        }
        if (found.isEmpty()) {
            say("The network is right about all test images.");
            return;
        }
        images.getChildren()
                .setAll(found.stream()
                        .map(wrong -> node(wrong, judged.classes()))
                        .toList());
    }

    private static Node node(Wrong wrong, List<String> classes) {
        ImageView view = new ImageView(Thumbnails.of(wrong.picture));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        view.setSmooth(wrong.picture.width() > SIDE);
        Mistake mistake = wrong.mistake;
        String is = classes.get(mistake.label());
        String takenFor = classes.get(mistake.takenFor());
        Label words =
                Lines.text("is " + is + "\ntaken for " + takenFor + "\n" + Numbers.percent(mistake.probability()));
        words.setPrefWidth(SIDE + 40);
        VBox box = new VBox(3, view, words);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().add("wrong-image");
        Tooltip.install(
                box,
                new Tooltip("Test image " + mistake.image() + " is " + is + ", and was taken for " + takenFor + " with "
                        + Numbers.percent(mistake.probability())));
        return box;
    }

    private void failed(RunFolder run, Throwable failure) {
        if (!(failure instanceof UserException)) {
            Background.unexpected(failure);
        }
        if (run.path().equals(shown)) {
            say("The images cannot be read: " + failure.getMessage());
        }
    }

    private void say(String words) {
        images.getChildren().setAll(Lines.muted(words));
    }
}
