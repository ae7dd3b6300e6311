package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.isdarts.event.RunEvent.Accuracy;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.LoserChain;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.sweep.SweepFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of the paper, of real searches. */
class ReproduceCommandTest {
    @TempDir
    private static Path folder;

    private static List<LoserChain.Network> networks;
    private static Path table;

    /** The more is replaced, the worse: from 94 % on by one for each operation. */
    @BeforeAll
    static void search() throws IOException {
        RealRuns.copyTo(folder);
        networks = LoserChain.of(ComparedRun.of(RunFolder.open(folder.resolve("fisher-7"))))
                .networks();
        StringBuilder lines = new StringBuilder("architecture,cifar10_test_200ep,cifar100_test_200ep\n");
        for (int i = 0; i < networks.size(); i++) {
            lines.append(networks.get(i).genotype().notation())
                    .append(',')
                    .append(94 - i)
                    .append(',')
                    .append(70 + i)
                    .append('\n');
        }
        table = Files.writeString(folder.resolve("table.csv"), lines);
    }

    private static Told figure2(String... options) {
        return Told.by(Stream.concat(
                        Stream.of(
                                "reproduce",
                                "figure-2",
                                folder.resolve("fisher-7").toString()),
                        Arrays.stream(options))
                .toArray(String[]::new));
    }

    @Test
    void figure2TellsTheAccuracyOfEveryNetworkAndWhatThePaperReports() {
        Told told = figure2("--benchmark-table", table.toString());
        assertThat(told.exit()).isZero();
        assertThat(told.out()).hasSize(networks.size() + 4);
        assertThat(told.out().get(1)).isEqualTo(" 94.00 %  nothing");
        assertThat(told.out().get(networks.size()))
                .isEqualTo(" 88.00 %  " + networks.get(networks.size() - 1).replacement());
        assertThat(told.out()).contains(" 94.36 %  reported by the paper for its own genotype");
        assertThat(told.out()).anyMatch(line -> line.startsWith("importance and accuracy: Kendall's tau-b 1.00"));
        assertThat(told.out()).anyMatch(line -> line.startsWith("parameters and accuracy: Kendall's tau-b"));
    }

    @Test
    void figure2IsDrawnInTheFormatOfItsFile() throws IOException {
        Path file = folder.resolve("figure2.svg");
        Told told = figure2(
                "--benchmark-table", table.toString(), "--column", "cifar100_test_200ep", "--figure", file.toString());
        assertThat(told.exit()).isZero();
        assertThat(Files.readString(file)).contains("<svg", "operations replaced", "cifar100_test_200ep, %");
        assertThat(told.lastLine()).contains("As in Figure 2 of the paper");
    }

    @Test
    void networksThatAreNotTrainedYetAreListedAsCommands() {
        Told told = figure2("--trained", folder.toString());
        assertThat(told.out().get(0)).startsWith("7 of 7 networks are not trained by protocol quick yet");
        assertThat(told.out().get(1))
                .startsWith("isdarts evaluate")
                .contains(networks.get(0).genotype().notation(), "--protocol quick", "--data synthetic");
    }

    @Test
    void trainingsByDifferentTermsAreNotMixed(@TempDir Path trained) {
        train(0, trained.resolve("one"), "--epochs", "2");
        train(1, trained.resolve("two"), "--epochs", "2");
        train(2, trained.resolve("longer"), "--epochs", "3");
        Told told = figure2("--trained", trained.toString(), "--protocol", "tiny");
        assertThat(told.out().get(0)).startsWith("5 of 7 networks are not trained");
    }

    private static void train(int network, Path run, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "evaluate",
                networks.get(network).genotype().notation(),
                "--protocol",
                "tiny",
                "--run-dir",
                run.toString()));
        arguments.addAll(List.of("--train-images", "64", "--test-images", "20", "--threads", "1"));
        arguments.addAll(List.of(options));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.exit()).as(told.err().toString()).isZero();
    }

    @Test
    void accuraciesComeFromOnePlace() {
        Told told = figure2();
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).singleElement().satisfies(line -> assertThat(line)
                .contains("give either --benchmark-table or --trained"));
    }

    private static Path sweep(String name, String... options) {
        Path sweep = folder.resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of("sweep", "--preset", "tiny", "--threads", "1", "--at-once", "1"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--sweep-dir", sweep.toString()));
        Told swept = Told.by(arguments.toArray(String[]::new));
        assertThat(swept.exit()).as(swept.err().toString()).isZero();
        return sweep;
    }

    /** Three seeds of two strategies in NAS-Bench-201. */
    private static Path seeds() {
        Path sweep = folder.resolve("sweep");
        return Files.exists(sweep)
                ? sweep
                : sweep(
                        "sweep",
                        "--space",
                        "nas-bench-201",
                        "--strategy",
                        "is-darts,random",
                        "--seeds",
                        "0..2",
                        "--epochs",
                        "5",
                        "--train-images",
                        "128");
    }

    /** A benchmark table of what they found. */
    private static Path looked(Path sweep) throws IOException {
        StringBuilder lines = new StringBuilder("architecture,cifar10_test_200ep\n");
        SweepFolder.open(sweep).runs().stream()
                .map(run -> RunFolder.open(SweepFolder.open(sweep).folderOf(run))
                        .summary()
                        .genotype())
                .distinct()
                .forEach(genotype -> lines.append(genotype)
                        .append(',')
                        .append(80 + Math.floorMod(genotype.hashCode(), 1000) / 100.0)
                        .append('\n'));
        return Files.writeString(folder.resolve("found.csv"), lines);
    }

    @Test
    void figure3TellsTheCorrelationForEveryStrategy() throws IOException {
        Path sweep = seeds();
        Path file = folder.resolve("figure3.svg");
        Told told = Told.by(
                "reproduce",
                "figure-3",
                sweep.toString(),
                "--benchmark-table",
                looked(sweep).toString(),
                "--figure",
                file.toString());
        assertThat(told.exit()).as(told.err().toString()).isZero();
        assertThat(told.out()).contains("is-darts", "random");
        assertThat(told.out().stream().filter(line -> line.startsWith("search and found: ")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("n = 3"));
        assertThat(told.out().stream().filter(line -> line.startsWith("parameters and found: ")))
                .hasSize(2);
        assertThat(Files.readString(file)).contains("<svg", "search", "found", "n = 3");
    }

    @Test
    void table1SetsReportedAccuraciesBesideOursAndListsWhatDidNotRun() throws IOException {
        Path sweep = seeds();
        Told told = Told.by(
                "reproduce",
                "table-1",
                sweep.toString(),
                "--benchmark-table",
                looked(sweep).toString());
        assertThat(told.exit()).as(told.err().toString()).isZero();
        assertThat(told.out().get(0)).matches("strategy +n +cifar10_test_200ep +reported +rank +hours +reported");
        assertThat(told.out().get(1)).matches("IS-DARTS +3 of 3 +8\\d\\.\\d+ ± .* +94.36 ± 0.00 .*");
        assertThat(told.out()).anyMatch(line -> line.matches("PC-DARTS +only reported +– +93.41 ± 0.30 .*"));
        assertThat(told.out()).noneMatch(line -> line.startsWith("FairDARTS"));
    }

    /** One search, whose network is trained for images of both sizes. */
    private static Path trained() {
        Path sweep = folder.resolve("trained");
        return Files.exists(sweep)
                ? sweep
                : sweep(
                        "trained",
                        "--space",
                        "darts",
                        "--strategy",
                        "random",
                        "--epochs",
                        "2",
                        "--train-images",
                        "64",
                        "--batch-size",
                        "16",
                        "--test-images",
                        "32",
                        "--then",
                        "evaluate",
                        "--protocol",
                        "tiny",
                        "--evaluation",
                        "stem=cifar,imagenet");
    }

    @Test
    void table2TellsErrorsByProtocolAndSizeBesideTheReportedOnes() {
        Told told = Told.by("reproduce", "table-2", trained().toString());
        assertThat(told.exit()).as(told.err().toString()).isZero();
        assertThat(told.out().get(0))
                .contains(
                        "error, % (tiny: 2 epochs, C=4, N=1, 320 images of synthetic)",
                        "parameters, M (tiny: 2 epochs, C=4, N=1, 320 images of synthetic)",
                        "reported error, % (600 epochs, C=36, N=6)");
        assertThat(told.out().get(1)).matches("Random search +1 of 1 .*");
        assertThat(told.out()).anyMatch(line -> line.contains("2.56") && line.contains("4.25 ± 0.22"));
        assertThat(told.out()).anyMatch(line -> line.contains("4.72 M parameters"));
    }

    @Test
    void table3TellsTop5ErrorsToo() {
        SweepFolder sweep = SweepFolder.open(trained());
        Accuracy test = RunFolder.open(sweep.evaluationOf(
                        sweep.runs().get(0), sweep.plan().evaluations().get(1)))
                .summary()
                .test();
        Told told = Told.by("reproduce", "table-3", trained().toString());
        assertThat(told.exit()).as(told.err().toString()).isZero();
        assertThat(told.out().get(0))
                .contains(
                        "top-5 error, % (tiny: 2 epochs, C=4, N=1, 320 images of synthetic, Stem imagenet)",
                        "reported top-5 error, %");
        assertThat(told.out().get(1))
                .matches(String.format(
                        Locale.ROOT,
                        "Random search +1 of 1 +%.2f +%.2f +0\\.\\d\\d .*",
                        100 * (1 - test.top1()),
                        100 * (1 - test.top5())));
        assertThat(told.out()).anyMatch(line -> line.matches("IS-DARTS +only reported .* 24.1\\d* .*"));
    }

    @Test
    void aTableOfTrainingsIsRefusedWhereNothingIsTrainedSo() {
        Told none = Told.by("reproduce", "table-3", seeds().toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).singleElement().asString().contains("no network that the sweep found is trained");
    }
}
