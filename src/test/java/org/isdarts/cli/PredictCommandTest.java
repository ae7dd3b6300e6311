package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.isdarts.run.RealRuns;
import org.isdarts.run.TinyEvaluation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
    @TempDir
    private static Path folder;

    private static Path run;
    private static Path image;

    @BeforeAll
    static void evaluateOnce() throws IOException {
        run = TinyEvaluation.finished(folder.resolve("run"), TinyEvaluation.config())
                .path();
        image = folder.resolve("photo.jpg");
        ImageIO.write(new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB), "jpg", image.toFile());
    }

    @Test
    void tellsTheFiveLikeliestClassesOfAnImageOfAnySize() {
        Told told = Told.by("predict", run.toString(), image.toString());
        assertThat(told.exit()).isZero();
        assertThat(told.out()).hasSize(6);
        assertThat(told.out().get(0)).isEqualTo(image.toString());
        assertThat(told.out().subList(1, 6)).allMatch(line -> line.matches(" *[0-9.]+ %  \\w+"));
    }

    @Test
    void tellsAsManyAsAreAskedFor() {
        assertThat(Told.by("predict", run.toString(), image.toString(), "--top", "1")
                        .out())
                .hasSize(2);
    }

    @Test
    void passesOverAnImageThatCannotBeRead() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "no image");
        Told told = Told.by("predict", run.toString(), text.toString(), image.toString());
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).containsExactly("isdarts: " + text + " is neither PNG nor JPEG; replace or remove it");
        assertThat(told.out()).contains(image.toString());
    }

    @Test
    void refusesTheNetworkOfASearchExportedOrNot() {
        RealRuns.copyTo(folder.resolve("searches"));
        String search = folder.resolve("searches/fisher-7").toString();
        String file = folder.resolve("search.onnx").toString();
        assertThat(Told.by("export", search, "--onnx", file).exit()).isZero();
        for (String network : List.of(search, file)) {
            assertThat(Told.by("predict", network, image.toString()).err())
                    .singleElement()
                    .asString()
                    .startsWith("isdarts: " + network + " has the network of a search");
        }
    }

    @Test
    void saysWhatANetworkIsWhereNoneIsGiven() {
        Told told = Told.by("predict", image.toString(), image.toString());
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err())
                .containsExactly("isdarts: " + image
                        + " is no network; give the folder of an evaluation, or an .onnx file exported from one");
    }
}
