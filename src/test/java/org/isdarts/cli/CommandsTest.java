package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isdarts.run.TinySearch;
import org.isdarts.space.notation.GenotypeReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole search, and everything that can be asked about it afterwards. */
class CommandsTest {
    private static final String NOTATION = "\\|\\w+~0\\|\\+\\|\\w+~0\\|\\w+~1\\|\\+\\|\\w+~0\\|\\w+~1\\|\\w+~2\\|";

    @TempDir
    private static Path folder;

    private static Path run;
    private static Told search;

    @BeforeAll
    static void searchOnce() {
        run = folder.resolve("runs").resolve("first");
        search = search(run);
        assertThat(search.err()).isEmpty();
    }

    /** The architecture that has one operation on all of its edges; the search above found no such one. */
    private static String everywhere(String operation) {
        return "|op~0|+|op~0|op~1|+|op~0|op~1|op~2|".replace("op", operation);
    }

    private static Told search(Path path, String... more) {
        List<String> arguments = new ArrayList<>(List.of("search", "--run-dir", path.toString()));
        arguments.addAll(TinySearch.options());
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray(String[]::new));
    }

    @Test
    void theLastLineOfASearchIsTheGenotypesNotation() {
        assertThat(search.exit()).isZero();
        assertThat(search.lastLine()).matches(NOTATION);
    }

    @Test
    void aSearchPrintsALineForEveryEpoch() {
        assertThat(search.out()).filteredOn(line -> line.startsWith("epoch ")).hasSize(5);
    }

    @Test
    void aSearchDrawsTheMaskAfterEveryShrinkStep() {
        assertThat(search.out())
                .filteredOn(line -> line.startsWith("  0->1"))
                .hasSize(4)
                .first()
                .isEqualTo("  0->1  \u00b7    skip 1x1  3x3  avg");
    }

    @Test
    void tellsAccuraciesAndRankFromATable() throws IOException {
        Path table = Files.writeString(
                folder.resolve("table.csv"),
                "architecture,cifar10\n" + search.lastLine() + ",91.5\n" + everywhere("nor_conv_3x3") + ",93\n"
                        + everywhere("none") + ",10\n");

        Told told = search(folder.resolve("ranked"), "--benchmark-table", table.toString());
        assertThat(told.out())
                .contains("cifar10                       91.50 %", "rank                         2 of 3 by cifar10");
        assertThat(told.lastLine()).isEqualTo(search.lastLine());
    }

    @Test
    void keepsTheGenotypeWhereATableLacksIt() throws IOException {
        Path table =
                Files.writeString(folder.resolve("short.csv"), "architecture,cifar10\n" + everywhere("none") + ",93\n");

        Told told = search(folder.resolve("unranked"), "--benchmark-table", table.toString());
        assertThat(told.lastLine()).isEqualTo(search.lastLine());
        assertThat(told.err()).hasSize(2);
        assertThat(told.err().get(0)).contains("holds 1 of 15,625 architectures");
        assertThat(told.err().get(1)).contains("lacks the architecture " + search.lastLine());
        assertThat(told.exit()).isEqualTo(2);
    }

    @Test
    void namesARunThatCannotBeRead() throws IOException {
        Path damaged = Files.createDirectories(folder.resolve("others").resolve("torn"));
        Files.writeString(damaged.resolve("manifest.json"), "{");

        assertThat(Told.by("runs", damaged.getParent().toString()).err())
                .singleElement()
                .asString()
                .contains("torn", "is damaged");
    }

    @Test
    void doesNotSearchAgainWhereARunIs() {
        Told told = search(run);

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).singleElement().asString().contains("holds a run already; resume it");
    }

    @Test
    void tellsThatAFinishedSearchIsFinished() {
        Told told = Told.by("search", "--resume", "--run-dir", run.toString());

        assertThat(told.out()).containsExactly("this search has already finished", search.lastLine());
    }

    @Test
    void refusesToResumeWithOtherSettings() {
        Told told = Told.by("search", "--resume", "--run-dir", run.toString(), "--epochs", "9");

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).singleElement().asString().contains("--epochs 9 differs from the 5 the run began with");
    }

    @Test
    void listsRuns() {
        Told told = Told.by("runs", run.getParent().toString());

        assertThat(told.out()).hasSize(2);
        assertThat(told.lastLine()).contains("first", "nas-bench-201", "finished", "5 of 5", search.lastLine());
    }

    @Test
    void showsOneRun() {
        Told told = Told.by("show", run.toString());

        assertThat(told.out())
                .anyMatch(line -> line.matches("state +finished"))
                .anyMatch(line -> line.matches("importanceImages +16"))
                .anyMatch(line -> line.startsWith("epoch 5/5"));
        assertThat(told.lastLine()).isEqualTo(search.lastLine());
    }

    @Test
    void exportsTheGenotypeAsJson() throws IOException {
        Path file = folder.resolve("genotype.json");

        assertThat(Told.by("export", run.toString(), "--genotype", file.toString())
                        .exit())
                .isZero();
        assertThat(GenotypeReader.read(Files.readString(file)).notation()).isEqualTo(search.lastLine());
    }

    @Test
    void doesNotOverwriteAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), "mine");

        Told told = Told.by("export", run.toString(), "--genotype", file.toString());
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).singleElement().asString().contains("exists already");
        assertThat(file).hasContent("mine");
    }

    @Test
    void exportsTheNotation() {
        assertThat(Told.by("export", run.toString(), "--notation").out()).containsExactly(search.lastLine());
    }

    @Test
    void exportsBothMeasurementsOfEveryEpoch() throws IOException {
        Path file = folder.resolve("importance.csv");
        Told.by("export", run.toString(), "--importance", file.toString());

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("epoch,cell_type,edge,operation,importance,images,value");
        // 6 edges with 5, 5, 4, 3 and 2 operations left when measured, two measurements each.
        assertThat(lines).hasSize(1 + 6 * (5 + 4 + 3 + 2 + 1) * 2);
        assertThat(lines).contains("1,normal,0->1,none,fisher,16,Infinity", "1,normal,0->1,none,iim,16,0.0");
    }

    @ParameterizedTest
    @CsvSource({"--curves, curves.png", "--cell, cell.svg", "--mask, mask.pdf", "--heatmap, h.png", "--figure4, f4.svg"
    })
    void exportsFiguresInTheFormatOfTheirEnding(String option, String name) throws IOException {
        Path file = folder.resolve(name);

        assertThat(Told.by("export", run.toString(), option, file.toString(), "--dpi", "50")
                        .err())
                .isEmpty();
        String start = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(start).contains(name.endsWith(".png") ? "PNG" : name.endsWith(".svg") ? "<svg" : "%PDF");
    }

    @Test
    void exportsTheTrainedNetworkForPyTorch() throws IOException {
        Path file = folder.resolve("net.py");

        assertThat(Told.by("export", run.toString(), "--pytorch", file.toString())
                        .err())
                .isEmpty();
        assertThat(Files.readString(file)).contains(search.lastLine(), "F.batch_norm(");
        assertThat(folder.resolve("net.npz")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"--onnx, net.onnx", "--dl4j, net.zip"})
    void exportsTheTrainedNetworkForOtherTools(String option, String name) {
        Path file = folder.resolve(name);

        assertThat(Told.by("export", run.toString(), option, file.toString()).err())
                .isEmpty();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void exportsTheEvaluationNetworkOfARun() throws IOException {
        Path file = folder.resolve("evaluation.py");
        Told.by("export", run.toString(), "--evaluation", "--pytorch", file.toString());

        assertThat(Files.readString(file))
                .contains("self.stem_conv = nn.Conv2d(3, 16, 3,")
                .doesNotContain("F.batch_norm(");
    }

    @Test
    void saysThatATrainedNetworkHasNoAuxiliaryHead() {
        Told told = Told.by(
                "export",
                run.toString(),
                "--auxiliary-head",
                "--pytorch",
                folder.resolve("a.py").toString());

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).singleElement().asString().endsWith("exported without auxiliary head; add --evaluation");
    }

    @Test
    void exportsEverythingIntoAFolder() {
        Path all = folder.resolve("all");

        Told told = Told.by("export", run.toString(), "--all", all.toString(), "--dpi", "50");
        assertThat(told.err()).isEmpty();
        assertThat(told.out())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(all.toFile().list())
                        .map(name -> "wrote " + all.resolve(name))
                        .toList());
        assertThat(all.toFile().list())
                .contains(
                        "genotype.json",
                        "importance.csv",
                        "captions.txt",
                        "curves.png",
                        "cell-normal.png",
                        "figure4-normal-fisher.png");
    }

    @Test
    void refusesAFigureOfAnUnknownFormat() {
        Told told = Told.by(
                "export",
                run.toString(),
                "--curves",
                folder.resolve("curves.gif").toString());

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).singleElement().asString().contains(".png, .svg, .pdf");
    }

    @Test
    void benchmarksTheStepsOfAStrategy() {
        Told told = Told.by(
                "bench",
                "step",
                "--strategy",
                "dsnas",
                "--channels",
                "2",
                "--cells",
                "1",
                "--batch-size",
                "4",
                "--kernels",
                "onednn");

        assertThat(told.out()).singleElement().asString().contains("\"median_step_s\":", "\"parts\":{");
    }

    @Test
    void benchmarksStepsInOneLineOfJson() {
        Told told =
                Told.by("bench", "step", "--channels", "2", "--cells", "1", "--batch-size", "4", "--kernels", "nd4j");

        assertThat(told.out())
                .singleElement()
                .asString()
                .contains(
                        "\"precision\":\"fp32\"",
                        "\"median_step_s\":",
                        "\"images_per_s\":",
                        "\"peak_memory_mb\":",
                        "\"parts\":{");
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command :
                List.of("search", "runs", "show", "export", "data", "selftest", "bench", "devices", "strategies")) {
            assertThat(Told.by(command, "--help").out().get(0)).startsWith("Usage: isdarts " + command);
        }
    }

    @Test
    void strategiesTellWhatPresetsSetAndWhatWasPublished() {
        assertThat(Told.by("strategies", "pc-darts", "--space", "darts").out())
                .contains("Paper's values: yuhuixu1993/PC-DARTS.")
                .anyMatch(line -> line.matches("--learning-rate +0.025 +0.025 +0.1 +0.1 +0.1"));
    }

    @Test
    void strategiesSayWhatWasNeverPublished() {
        assertThat(Told.by("strategies", "sgas").out())
                .anyMatch(line -> line.startsWith("Never published for this space"));
    }
}
