package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isdarts.run.RealRuns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void putRuns() {
        RealRuns.copyTo(folder);
    }

    private static Told compare(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "compare";
        arguments[1] = folder.resolve("fisher-7").toString();
        arguments[2] = folder.resolve("fisher-8").toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Told.by(arguments);
    }

    @Test
    void theTableIsPrintedWhereNoFileIsGiven() {
        assertThat(compare().out())
                .first()
                .asString()
                .matches("settings, run +seed +test +train +parameters +multiply-adds +hours +passes +state +genotype");
        assertThat(compare().out()).anyMatch(line -> line.matches("  fisher-8 +8 +.* finished +\\|.*~0\\|.*"));
    }

    @Test
    void markdownIsPrintedWhereItIsAskedFor() {
        assertThat(compare("--markdown", "-").out()).anyMatch(line -> line.startsWith("| fisher-8 | 8 |"));
    }

    @Test
    void aSingleRunIsRefusedInOneLine() {
        String run = folder.resolve("fisher-7").toString();
        Told told = Told.by("compare", run);
        assertThat(told.exit()).isEqualTo(CommandLineTool.MISTAKE);
        assertThat(told.err())
                .containsExactly("isdarts: a comparison needs two runs or more; give another beside " + run);
    }

    @Test
    void theTableIsWrittenInTheFormatAskedFor() throws Exception {
        Path file = folder.resolve("runs.csv");
        Told told = compare("--csv", file.toString());
        assertThat(told.exit()).isZero();
        assertThat(told.out()).containsExactly("wrote " + file);
        assertThat(Files.readAllLines(file)).hasSize(3).first().asString().startsWith("\"settings, run\",seed,test");
    }

    @Test
    void aFileThatExistsIsNotReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("kept.tex"), "mine");
        Told told = compare("--latex", file.toString());
        assertThat(told.exit()).isEqualTo(CommandLineTool.MISTAKE);
        assertThat(file).hasContent("mine");
    }

    @Test
    void theDifferenceOfSettingsIsPrinted() {
        assertThat(compare("--settings").out()).containsExactly("setting  fisher-7  fisher-8", "Seed     7         8");
    }
}
