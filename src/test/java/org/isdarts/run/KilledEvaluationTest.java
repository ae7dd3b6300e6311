package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.isdarts.cli.Told;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.event.History;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The training of a genotype in real processes, with everything that is drawn at random in it. */
class KilledEvaluationTest {
    private static final String GENOTYPE = "Genotype(normal=[('sep_conv_3x3', 0), ('skip_connect', 1),"
            + " ('sep_conv_3x3', 0), ('skip_connect', 1), ('max_pool_3x3', 1), ('skip_connect', 0), ('skip_connect', 0),"
            + " ('dil_conv_3x3', 2)], normal_concat=[2, 3, 4, 5], reduce=[('max_pool_3x3', 0), ('max_pool_3x3', 1),"
            + " ('skip_connect', 2), ('max_pool_3x3', 1), ('max_pool_3x3', 0), ('skip_connect', 2), ('skip_connect', 2),"
            + " ('max_pool_3x3', 1)], reduce_concat=[2, 3, 4, 5])";
    private static final List<String> SMALL = List.of(
            "--protocol",
            "is-darts",
            "--epochs",
            "4",
            "--warm-up",
            "1",
            "--channels",
            "4",
            "--cells",
            "1",
            "--train-images",
            "150",
            "--test-images",
            "40",
            "--batch-size",
            "16",
            "--label-smoothing",
            "0.1",
            "--resized-crop",
            "0.3",
            "--color-jitter",
            "0.4",
            "--hue-jitter",
            "0.2",
            "--lighting",
            "0.1");
    private static final String NAS_BENCH_201 =
            "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|skip_connect~0|avg_pool_3x3~1|nor_conv_3x3~2|";
    private static final List<String> ONE_THREAD =
            List.of("--kernels", "onednn", "--threads", "1", "--precision", "fp32");

    @TempDir
    private static Path folder;

    private static Path undisturbed;
    private static String printed;

    @BeforeAll
    static void evaluateUndisturbed() throws IOException, InterruptedException {
        undisturbed = folder.resolve("undisturbed");
        ProgramProcess process = begin(undisturbed);
        assertThat(process.await()).as(process.output()).isZero();
        printed = process.output();
    }

    private static ProgramProcess begin(Path run) throws IOException {
        return start(arguments(run, GENOTYPE, SMALL));
    }

    private static List<String> arguments(Path run, String genotype, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("evaluate", genotype, "--run-dir", run.toString()));
        arguments.addAll(options);
        arguments.addAll(ONE_THREAD);
        return arguments;
    }

    private static ProgramProcess start(List<String> arguments) throws IOException {
        return ProgramProcess.start(Files.createTempFile(folder, "output", ".txt"), arguments);
    }

    private static ProgramProcess resume(Path run) throws IOException {
        return start(List.of("evaluate", "--resume", "--run-dir", run.toString()));
    }

    @Test
    void endsWithTheSameBytesWhenKilledAtRandomMomentsAndResumed() throws IOException, InterruptedException {
        Path run = folder.resolve("killed");
        SplittableRandom random = new SplittableRandom(2);
        ProgramProcess process = begin(run);
        for (int kill = 1; kill <= 2; kill++) {
            process.awaitOutput(kill == 1 ? "darts," : "resumed in epoch");
            Thread.sleep(random.nextInt(300, 1_500));
            process.kill();
            process = resume(run);
        }
        assertThat(process.await()).as(process.output()).isZero();

        assertThat(KilledSearchTest.lastState(run)).isEqualTo(KilledSearchTest.lastState(undisturbed));
    }

    /** What the other protocols do: their stems, views of files, rates, momentum and clipping. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "darts-imagenet;" + GENOTYPE + ";--channels 4 --cells 1 --epochs 4 --batch-size 8 --test-images 8"
                        + " --gradient-clip 0.5 --workers 3 --data FOLDER",
                "nas-bench-201;" + NAS_BENCH_201 + ";--channels 4 --cells 1 --epochs 4 --batch-size 16 --test-images 40"
                        + " --train-images 320 --crop-padding 4 --flip on"
            })
    void endsWithTheSameBytesByOtherProtocols(String protocol, String genotype, String options) throws Exception {
        Path images = photographs(folder.resolve("images"));
        List<String> all = new ArrayList<>(List.of("--protocol", protocol, "--seed", "3"));
        all.addAll(List.of(options.replace("FOLDER", images.toString()).split(" ")));
        Path whole = folder.resolve(protocol);
        Told told = Told.by(arguments(whole, genotype, all).toArray(String[]::new));
        assertThat(told.exit()).as(told.err().toString()).isZero();

        Path run = folder.resolve(protocol + "-killed");
        ProgramProcess process = start(arguments(run, genotype, all));
        process.awaitOutput("epoch 1/4");
        Thread.sleep(new SplittableRandom(4).nextInt(300));
        process.kill();
        process = resume(run);
        assertThat(process.await()).as(process.output()).isZero();

        assertThat(process.output()).contains("resumed in epoch");
        assertThat(KilledSearchTest.lastState(run)).isEqualTo(KilledSearchTest.lastState(whole));
    }

    /** Noise in files of mixed sizes, of two classes, 24 to train on and 4 to test on in each. */
    private static Path photographs(Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 56; i++) {
            BufferedImage image = new BufferedImage(40 + i, 60, BufferedImage.TYPE_INT_RGB);
            image.setRGB(
                    0,
                    0,
                    image.getWidth(),
                    image.getHeight(),
                    random.ints((long) image.getWidth() * image.getHeight()).toArray(),
                    0,
                    image.getWidth());
            Path inside = folder.resolve(i < 48 ? "train" : "val").resolve(i % 2 == 0 ? "even" : "odd");
            Files.createDirectories(inside);
            ImageIO.write(image, "png", inside.resolve(i + ".png").toFile());
        }
        return folder;
    }

    @Test
    void tellsTheLastAndTheBestEpochByName() {
        History history = History.of(RunFolder.open(undisturbed).events());
        double best = history.epochs().stream()
                .mapToDouble(epoch -> epoch.test().top1())
                .max()
                .orElseThrow();
        assertThat(history.bestEpoch().orElseThrow().test().top1()).isEqualTo(best);
        assertThat(printed)
                .contains(String.format(
                        Locale.ROOT,
                        "last epoch        4: test top-1 %.2f %%",
                        100 * history.epochs().get(3).test().top1()))
                .contains(String.format(
                        Locale.ROOT,
                        "best epoch        %d:",
                        history.bestEpoch().orElseThrow().epoch()));
    }

    @Test
    void theManifestSaysWhatWasTrainedAndHow() throws IOException {
        Manifest manifest = RunFolder.open(undisturbed).manifest();
        assertThat(Files.readString(undisturbed.resolve(RunFolder.MANIFEST))).contains("\"kind\" : \"evaluation\"");
        EvaluationConfig config = (EvaluationConfig) manifest.configuration();
        assertThat(config.genotype().notation())
                .isEqualTo(RunFolder.open(undisturbed).summary().genotype());
        assertThat(config.presetName()).isEqualTo("is-darts");
        assertThat(config.get(EvaluationSettings.DROP_PATH)).isEqualTo(0.2);
    }

    @Test
    void aFinishedEvaluationTellsItsResultAgain() throws IOException, InterruptedException {
        ProgramProcess again = resume(undisturbed);
        assertThat(again.await()).isZero();
        assertThat(again.output()).contains("already finished", "last epoch        4:");
    }

    @Test
    void aSearchCannotResumeIt() throws IOException, InterruptedException {
        ProgramProcess search = start(List.of("search", "--resume", "--run-dir", undisturbed.toString()));
        assertThat(search.await()).isEqualTo(2);
        assertThat(search.output())
                .contains("is no search; resume it with: isdarts evaluate --resume --run-dir " + undisturbed);
    }

    @Test
    void saysHowToGoOnWhenItIsStopped() throws IOException, InterruptedException {
        Path run = folder.resolve("stopped");
        ProgramProcess process = begin(run);
        process.awaitOutput("epoch 1/4");
        process.terminate();
        assertThat(process.output())
                .contains("stopped and saved; resume with: isdarts evaluate --resume --run-dir " + run);
    }
}
