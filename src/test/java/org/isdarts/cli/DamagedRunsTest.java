package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.isdarts.run.RealRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged run hides no other, and nothing that is no run is replaced by one. */
class DamagedRunsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "{", "{}", "7", "\u0000\u0001"})
    void areNamedBesideTheOthers(String manifest) throws IOException {
        RealRuns.copyTo(folder);
        Files.writeString(folder.resolve("fisher-7").resolve("manifest.json"), manifest);

        Told told = Told.by("runs", folder.toString());

        assertThat(told.exit()).isZero();
        assertThat(told.out())
                .anyMatch(line -> line.startsWith("fisher-8"))
                .anyMatch(line -> line.matches("fisher-7 +- +- +damaged .*"));
        assertThat(told.err())
                .singleElement()
                .asString()
                .contains("fisher-7")
                .doesNotContain("org.isdarts", "java.", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "", "\u0000"})
    void areListedThoughSummaryAndLabelsAreDamaged(String content) throws IOException {
        RealRuns.copyTo(folder);
        Files.writeString(folder.resolve("fisher-7").resolve("summary.json"), content);
        Files.writeString(folder.resolve("fisher-7").resolve("labels.json"), content);

        assertThat(Told.by("runs", folder.toString()).out())
                .anyMatch(line -> line.startsWith("fisher-7"))
                .anyMatch(line -> line.startsWith("fisher-8"));
    }

    @Test
    void aSearchReplacesNoSummaryOfSomethingElse() throws IOException {
        Path theirs = folder.resolve("summary.json");
        Files.writeString(theirs, "of something else");

        Told told = Told.by("search", "--preset", "tiny", "--run-dir", folder.toString());

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).singleElement().asString().contains("summary.json", "give a new folder");
        assertThat(theirs).hasContent("of something else");
    }

    @Test
    void aSearchRefusesAnEmptyFolderName() {
        assertThat(Told.by("search", "--preset", "tiny", "--run-dir", "").err())
                .containsExactly("isdarts: --run-dir is empty; give a folder, or leave it out for one in runs");
    }

    @Test
    void farMoreThreadsThanProcessorsAreRefused() {
        String run = folder.resolve("run").toString();

        assertThat(Told.by("search", "--preset", "tiny", "--run-dir", run, "--threads", "1000")
                        .err())
                .singleElement()
                .asString()
                .contains("1000 threads are far more than this machine has processors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"torch.py", "numpy.py", "random.py"})
    void noExportHidesAModuleOfPythons(String name) {
        Path file = folder.resolve(name);
        String genotype =
                "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";

        Told told = Told.by("export", genotype, "--pytorch", file.toString());

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).singleElement().asString().contains("would hide Python's own " + name);
        assertThat(file).doesNotExist();
    }

    @Test
    void noExportTakesThePlaceOfAFolder() throws IOException {
        RealRuns.copyTo(folder);
        Path taken = Files.createDirectory(folder.resolve("cells.dot"));

        Told told = Told.by("export", folder.resolve("fisher-7").toString(), "--dot", taken.toString(), "--overwrite");

        assertThat(told.err()).containsExactly("isdarts: " + taken + " is a folder; give the name of a file");
        assertThat(taken).isDirectory();
    }

    @Test
    void eventsOfUnknownKindsAreCountedAndNamed() throws IOException {
        assertThat(shownWithLog(log -> log.addAll(
                                2, List.of("{\"type\":\"coffee_made\",\"cups\":3}", "{\"type\":\"coffee_made\"}")))
                        .err())
                .containsExactly("isdarts: This run holds 2 events of kinds this version does not know: coffee_made. A"
                        + " newer version shows all of it.");
    }

    @Test
    void aDamagedLineOfTheLogIsNamed() throws IOException {
        assertThat(shownWithLog(log -> log.set(4, log.get(4).replace(':', '#'))).err())
                .singleElement()
                .asString()
                .contains("events.jsonl line 5 is damaged");
    }

    @Test
    void aLogOfBytesThatAreNoTextIsNamed() throws IOException {
        Told told = shownWithLog(log -> log.replaceAll(line -> "\u0000\u0001\ufffd"));

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).singleElement().asString().contains("is not an event log");
    }

    @Test
    void aLineThatWasTornOffIsToldAndTheRestIsShown() throws IOException {
        Path run = copied();
        Files.writeString(run.resolve("events.jsonl"), "{\"type\":\"batch_pro", StandardOpenOption.APPEND);

        Told told = Told.by("show", run.toString());

        assertThat(told.exit()).isZero();
        assertThat(told.err()).singleElement().asString().contains("ends in the middle of a line");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void noTableIsWrittenOfAFinishedSearchWhoseLogBreaksOff(int lines) throws IOException {
        Path run = copied();
        Path log = run.resolve("events.jsonl");
        Files.write(log, Files.readAllLines(log).subList(0, lines));
        Path table = folder.resolve("importance.csv");

        Told told = Told.by("export", run.toString(), "--importance", table.toString());

        assertThat(told.err()).singleElement().asString().contains("events.jsonl is not whole");
        assertThat(table).doesNotExist();
    }

    private Told shownWithLog(Consumer<List<String>> damage) throws IOException {
        Path run = copied();
        Path log = run.resolve("events.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        damage.accept(lines);
        Files.write(log, lines);
        return Told.by("show", run.toString());
    }

    private Path copied() throws IOException {
        RealRuns.copyTo(folder);
        return folder.resolve("fisher-7");
    }
}
