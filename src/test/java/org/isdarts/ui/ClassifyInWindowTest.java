package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.isdarts.data.Datasets;
import org.isdarts.data.Picture;
import org.isdarts.event.RunEvent.Mistake;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.export.TrainedNetwork;
import org.isdarts.export.onnx.OnnxModel;
import org.isdarts.predict.Classifier;
import org.isdarts.predict.Guess;
import org.isdarts.report.TestedEpoch;
import org.isdarts.run.RunFolder;
import org.isdarts.run.TinyEvaluation;
import org.isdarts.text.Numbers;
import org.isdarts.ui.panel.FileDialogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the network of a finished training says of images, in the window that shows the training. */
@ExtendWith(ApplicationExtension.class)
class ClassifyInWindowTest {
    @TempDir
    private static Path folder;

    private static RunFolder run;
    private static Path image;

    private RunWindow window;
    private FileDialogs.Desktop former;
    private Path answer;

    @BeforeAll
    static void train() throws IOException {
        run = TinyEvaluation.finished(folder.resolve("evaluation"), TinyEvaluation.config());
        image = folder.resolve("drawn.png");
        Picture picture = Datasets.open(Datasets.SYNTHETIC, 5).test().picture(7);
        int plane = picture.width() * picture.height();
        BufferedImage drawn = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < plane; i++) {
            byte[] values = picture.values();
            int rgb = (values[i] & 0xff) << 16 | (values[i + plane] & 0xff) << 8 | (values[i + 2 * plane] & 0xff);
            drawn.setRGB(i % picture.width(), i / picture.width(), rgb);
        }
        ImageIO.write(drawn, "png", image.toFile());
    }

    @Start
    void show(Stage stage) {
        window = new RunWindow(stage, run.path());
    }

    @BeforeEach
    void awaitRun() throws Exception {
        window.awaitRun();
        former = FileDialogs.answeredBy(new FileDialogs.Desktop() {
            @Override
            public File folder(DirectoryChooser chooser, Window owner) {
                throw new IllegalStateException("no folder is asked for");
            }

            @Override
            public File toOpen(FileChooser chooser, Window owner) {
                return answer.toFile();
            }

            @Override
            public File toSave(FileChooser chooser, Window owner) {
                throw new IllegalStateException("nothing is saved");
            }
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        FileDialogs.answeredBy(former);
        robot.interact(() -> robot.listWindows().stream()
                .filter(each -> each instanceof Stage side && "Classify images".equals(side.getTitle()))
                .toList()
                .forEach(Window::hide));
        window.close(robot);
    }

    private TestImagesJudged judged() {
        return window.model().history().get().judged();
    }

    private void openClassifier(FxRobot robot) {
        robot.interact(() -> window.action("Classify images").run());
    }

    private void choose(FxRobot robot, String button, Path chosen) {
        answer = chosen;
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }

    private static List<String> guesses(FxRobot robot) {
        return robot.lookup("#guesses .guess").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static List<String> expected() {
        try (Classifier classifier = Classifier.open(run.path())) {
            return classifier.classify(Picture.read(image)).stream()
                    .limit(8)
                    .map(Guess::name)
                    .toList();
        }
    }

    @Test
    void theInspectorTellsHowManyTestImagesAreRightAfterTheLastAndTheBestEpoch(FxRobot robot) {
        List<TestedEpoch> epochs = TestedEpoch.of(window.model().history().get());
        assertThat(robot.lookup(".inspector-text").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains(
                        "Last epoch " + epochs.get(0).words() + ".",
                        "Best epoch " + epochs.get(1).words() + ".");
    }

    @Test
    void anImageIsClassifiedByTheNetworkShown(FxRobot robot) throws Exception {
        List<String> expected = expected();
        openClassifier(robot);
        choose(robot, "#choose-image", image);
        await(() -> guesses(robot).equals(expected));
        assertThat(robot.lookup("#classified-image").queryLabeled().getText()).isEqualTo("drawn.png, 32x32 pixels");
    }

    @Test
    void anExportedNetworkSaysTheSame(FxRobot robot) throws Exception {
        List<String> expected = expected();
        Path network = Files.write(folder.resolve("network.onnx"), OnnxModel.of(TrainedNetwork.of(run)));
        openClassifier(robot);
        choose(robot, "#choose-network", network);
        assertThat(robot.lookup("#classifying-network").queryLabeled().getText())
                .isEqualTo("Network in network.onnx");
        choose(robot, "#choose-image", image);
        await(() -> guesses(robot).equals(expected));
    }

    @Test
    void whatIsNoImageIsSaid(FxRobot robot) throws Exception {
        Path text = Files.writeString(folder.resolve("text.png"), "no image");
        openClassifier(robot);
        choose(robot, "#choose-image", text);
        await(() -> robot.lookup("#classify-problem").queryLabeled().getText().contains("is neither PNG nor JPEG"));
    }

    @Test
    void theImagesTheNetworkGotWrongAreShownBesideTheConfusion(FxRobot robot) throws Exception {
        robot.interact(() ->
                robot.lookup("#show-wrong-images").queryAs(ToggleButton.class).fire());
        await(() -> robot.lookup(".wrong-image").queryAll().size()
                == judged().mistakes().size());
        Mistake surest = judged().mistakes().get(0);
        assertThat(robot.lookup(".wrong-image .label").queryLabeled().getText())
                .isEqualTo("is " + judged().classes().get(surest.label()) + "\ntaken for "
                        + judged().classes().get(surest.takenFor()) + "\n" + Numbers.percent(surest.probability()));
        robot.interact(() ->
                robot.lookup("#show-wrong-images").queryAs(ToggleButton.class).fire());
        assertThat(robot.lookup("#wrong-images").tryQuery()).isEmpty();
    }
}
