package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.report.ReportFormat;
import org.isdarts.report.RunReport;
import org.isdarts.report.TestedEpoch;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.TinySearch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A found genotype trained from the terminal, and what can be asked about it afterwards. */
class EvaluateCommandTest {
    @TempDir
    private static Path folder;

    private static RunFolder search;
    private static Path run;
    private static Told evaluated;

    @BeforeAll
    static void searchAndEvaluateOnce() {
        search = RealRuns.finished(folder.resolve("search"), TinySearch.config());
        run = folder.resolve("evaluation");
        evaluated = evaluate(search.path().toString(), "--protocol", "tiny", "--run-dir", run.toString());
    }

    private static Told evaluate(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "evaluate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Told.by(all);
    }

    @Test
    void theLastLineIsTheGenotypeThatTheSearchFound() {
        assertThat(evaluated.err()).isEmpty();
        assertThat(evaluated.exit()).isZero();
        assertThat(evaluated.lastLine()).isEqualTo(search.summary().genotype());
    }

    @Test
    void anEvaluationKnowsTheSearchThatFoundItsGenotype() {
        EvaluationConfig config =
                (EvaluationConfig) RunFolder.open(run).manifest().configuration();
        assertThat(config.get(EvaluationSettings.FOUND_BY))
                .isEqualTo(search.path().toAbsolutePath().toString());
        assertThat(config.data()).isEqualTo(search.manifest().configuration().data());
    }

    @Test
    void showTellsTheSearchOfATrainingAndTheTrainingsOfASearch() {
        assertThat(Told.by("show", run.toString()).out()).contains("found by          " + search.path());
        assertThat(Told.by("show", search.path().toString()).out())
                .anyMatch(line -> line.startsWith("trained           " + run + ": finished after epoch 2 of 2, test "));
    }

    @Test
    void showTellsLastAndBestEpoch() {
        assertThat(Told.by("show", run.toString()).out())
                .anyMatch(line -> line.startsWith("last epoch        2: test top-1"))
                .anyMatch(line -> line.startsWith("best epoch ") && line.endsWith("chosen on the test images"));
    }

    @Test
    void itsCostIsThatOfTheNetworkItTrained() {
        long trained = History.of(RunFolder.open(run).events()).start().parameters();
        assertThat(Told.by("show", run.toString()).out())
                .anyMatch(line -> line.matches("evaluated at +C=4, N=\\d, 10 classes, images of 32x32"))
                .anyMatch(line ->
                        line.matches("network +" + String.format(Locale.ROOT, "%,d", trained) + " parameters, .*"));
    }

    @Test
    void runsListsItBesideSearches() {
        assertThat(Told.by("runs", folder.toString()).out()).anyMatch(line -> line.matches("evaluation .*finished.*"));
    }

    @Test
    void itsCurvesAndItsReportCanBeExported() {
        Path report = folder.resolve("report.html");
        Path curves = folder.resolve("curves.png");
        Told told = Told.by("export", run.toString(), "--curves", curves.toString(), "--report", report.toString());
        assertThat(told.err()).isEmpty();
        assertThat(report).content().contains("isdarts evaluate", "--protocol tiny");
        assertThat(curves).isNotEmptyFile();
    }

    @Test
    void reportsTellLastAndBestEpochAndWhatIsTrainedOfWhat() throws IOException {
        String ofTraining = report(run);
        TestedEpoch.of(History.of(RunFolder.open(run).events())).forEach(epoch -> assertThat(ofTraining)
                .contains("<td>" + epoch.name() + "</td><td>" + epoch.words() + "</td>"));
        assertThat(ofTraining).contains("<td>found by</td><td>" + search.path() + "</td>");
        assertThat(report(search.path()))
                .contains("<td>trained from scratch</td><td>evaluation: finished after epoch 2 of 2, test ")
                .doesNotContain("<td>last epoch</td>");
    }

    private static String report(Path of) throws IOException {
        return new String(ReportFormat.HTML.of(RunReport.of(RunFolder.open(of))), StandardCharsets.UTF_8);
    }

    @Test
    void itsTrainedNetworkIsExported() {
        Path network = folder.resolve("trained.onnx");
        Told told = Told.by("export", run.toString(), "--trained", "--onnx", network.toString());
        assertThat(told.err()).isEmpty();
        assertThat(network).isNotEmptyFile();
    }

    @Test
    void aGenotypeHasNoTrainedWeights() {
        Told told = Told.by("export", search.summary().genotype(), "--trained", "--onnx", "never.onnx");
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).containsExactly("isdarts: a genotype has no trained weights; give a run folder");
    }

    @Test
    void itsTestImagesAreShownByClass() {
        Path confusion = folder.resolve("confusion.svg");
        Told told = Told.by("export", run.toString(), "--confusion", confusion.toString());
        assertThat(told.err()).isEmpty();
        assertThat(confusion).isNotEmptyFile();
    }

    @Test
    void aSearchTellsNothingOfSingleTestImages() {
        Told told = Told.by("export", search.path().toString(), "--confusion", "never.svg");
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err())
                .containsExactly("isdarts: " + search.path()
                        + " tells nothing of single test images; give a finished evaluation");
    }

    @Test
    void itsAccuracyIsTheShareOfTestImagesThatAreRight() {
        History history = History.of(RunFolder.open(run).events());
        TestImagesJudged judged = history.judged();
        int right = IntStream.range(0, judged.classes().size())
                .map(ofClass -> judged.counts().get(ofClass).get(ofClass))
                .sum();
        assertThat((double) right / history.start().testImages())
                .isEqualTo(history.epochs().get(history.epoch() - 1).test().top1());
    }

    @Test
    void withoutAGenotypeThereIsNothingToEvaluate() {
        Told told = evaluate("--protocol", "tiny");
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err())
                .containsExactly("isdarts: there is nothing to evaluate; give the folder of a finished search or a"
                        + " genotype");
    }

    @Test
    void aSearchIsNotResumedAsAnEvaluation() {
        Told told = evaluate("--resume", "--run-dir", search.path().toString());
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err())
                .containsExactly("isdarts: " + search.path()
                        + " is no evaluation; resume it with: isdarts search --resume" + " --run-dir " + search.path());
    }

    @Test
    void aSecondClassifierIsRefusedWhereNetworksHaveNone() {
        Told told = evaluate(search.path().toString(), "--protocol", "tiny", "--auxiliary-weight", "0.4");
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err())
                .containsExactly("isdarts: --auxiliary-weight 0.4 is for a second classifier, which networks of space"
                        + " nas-bench-201 do not have; give 0");
    }
}
