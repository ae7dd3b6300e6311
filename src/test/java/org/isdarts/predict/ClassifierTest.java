package org.isdarts.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isdarts.data.Datasets;
import org.isdarts.data.ImageSource;
import org.isdarts.data.Picture;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.Mistake;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.export.SampleNetwork;
import org.isdarts.export.TrainedNetwork;
import org.isdarts.export.onnx.OnnxModel;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.TinyEvaluation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTest {
    @TempDir
    private static Path folder;

    private static RunFolder run;

    @BeforeAll
    static void evaluateOnce() {
        run = TinyEvaluation.finished(folder.resolve("evaluation"), TinyEvaluation.config());
    }

    private static Picture testImage(int image) {
        ImageSource all = Datasets.open(
                        Datasets.SYNTHETIC, TinyEvaluation.config().seed())
                .test();
        return all.balanced(
                        TinyEvaluation.config().testImages(),
                        10,
                        TinyEvaluation.config().seed())
                .picture(image);
    }

    private static Path exported() throws IOException {
        return Files.write(folder.resolve("network.onnx"), OnnxModel.of(TrainedNetwork.of(run)));
    }

    private static List<Guess> guesses(Path network, Picture picture) {
        try (Classifier classifier = Classifier.open(network)) {
            return classifier.classify(picture);
        }
    }

    @Test
    void saysOfATestImageWhatItsEvaluationSaid() {
        TestImagesJudged judged = History.of(run.events()).judged();
        Mistake surest = judged.mistakes().get(0);

        Guess first = guesses(run.path(), testImage(surest.image())).get(0);

        assertThat(first.name()).isEqualTo(judged.classes().get(surest.takenFor()));
        assertThat(first.probability()).isCloseTo(surest.probability(), within(1e-4));
    }

    @Test
    void anExportedNetworkSaysTheSame() throws IOException {
        Picture picture = testImage(3);
        List<Guess> ours = guesses(run.path(), picture);
        List<Guess> exported = guesses(exported(), picture);

        assertThat(exported)
                .extracting(Guess::name)
                .containsExactlyElementsOf(ours.stream().map(Guess::name).toList());
        for (int i = 0; i < ours.size(); i++) {
            assertThat(exported.get(i).probability()).isCloseTo(ours.get(i).probability(), within(1e-4));
        }
    }

    @Test
    void probabilitiesOfAllClassesAddUpToOneTheLargestFirst() {
        List<Guess> guesses = guesses(run.path(), testImage(0));
        assertThat(guesses).hasSize(10);
        assertThat(guesses.stream().mapToDouble(Guess::probability).sum()).isCloseTo(1, within(1e-6));
        assertThat(guesses.get(0).probability())
                .isGreaterThanOrEqualTo(guesses.get(1).probability());
    }

    @Test
    void aModelThatDoesNotTellItsImagesIsRefused() throws IOException {
        Path untold = Files.write(
                folder.resolve("untold.onnx"), OnnxModel.of(SampleNetwork.EVALUATED_NAS_BENCH_201.network()));
        assertThatThrownBy(() -> Classifier.open(untold))
                .isInstanceOf(PredictException.class)
                .hasMessageStartingWith(untold + " does not tell what images it takes");
    }

    @Test
    void theNetworkOfASearchIsRefused() {
        RealRuns.copyTo(folder);
        assertThatThrownBy(() -> Classifier.open(folder.resolve("fisher-7")))
                .isInstanceOf(PredictException.class)
                .hasMessageContaining("has the network of a search, which needs many images at once");
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.onnx"), "no model");
        assertThatThrownBy(() -> Classifier.open(other))
                .isInstanceOf(PredictException.class)
                .hasMessageContaining("cannot be read as an ONNX model");
    }
}
