package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked about a genotype without a run. */
class GenotypeCommandsTest {
    private static final String NOTATION =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|";

    @TempDir
    private Path folder;

    @Test
    void showsWhatTheNetworkOfAGenotypeCosts() {
        Told told = Told.by("show", NOTATION);

        assertThat(told.out()).contains("network           1,531,546 parameters, 220,119,690 multiply-adds an image");
        assertThat(told.lastLine()).isEqualTo(NOTATION);
    }

    @Test
    void readsAGenotypeFromAFile() throws IOException {
        Path file = folder.resolve("genotype.json");
        Told.by("export", NOTATION, "--genotype", file.toString());

        assertThat(Told.by("export", file.toString(), "--notation").out()).containsExactly(NOTATION);
    }

    @Test
    void writesTheCellsForGraphviz() throws IOException {
        Path file = folder.resolve("cell.dot");

        assertThat(Told.by("export", NOTATION, "--dot", file.toString()).err()).isEmpty();
        assertThat(Files.readString(file)).contains("normal_2 -> normal_3 [label=\"nor_conv_3x3\"]");
    }

    @Test
    void saysThatAGenotypeHasNoFigures() {
        Told told =
                Told.by("export", NOTATION, "--curves", folder.resolve("c.png").toString());

        assertThat(told.err()).containsExactly("isdarts: a genotype has no figures; give a run folder");
        assertThat(told.exit()).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAGenotype() {
        Told told = Told.by("show", "|conv~0|+|none~0|none~1|+|none~0|none~1|none~2|");

        assertThat(told.err()).singleElement().asString().contains("'conv' is none of its operations");
        assertThat(told.exit()).isEqualTo(2);
    }

    @Test
    void saysHowAPythonFileIsToBeNamed() {
        Told told = Told.by(
                "export", NOTATION, "--pytorch", folder.resolve("net.txt").toString());

        assertThat(told.err())
                .singleElement()
                .asString()
                .endsWith("net.txt does not end in .py; give a name that does");
        assertThat(told.exit()).isEqualTo(2);
    }

    @Test
    void takesAFileForAFileWhateverItIsCalled() throws IOException {
        Path file = folder.resolve("isdarts-genotype normal=.json");
        Told.by("export", NOTATION, "--genotype", file.toString());

        assertThat(Told.by("export", file.toString(), "--notation").out()).containsExactly(NOTATION);
    }

    @Test
    void writesNothingIfOneOfTheFilesExists() throws IOException {
        Path module = folder.resolve("net.py");
        Path weights = Files.writeString(folder.resolve("net.npz"), "somebody's");

        Told told = Told.by("export", NOTATION, "--pytorch", module.toString());

        assertThat(told.err()).singleElement().asString().contains("net.npz exists already");
        assertThat(module).doesNotExist();
        assertThat(weights).hasContent("somebody's");
    }

    @Test
    void saysWhatAGenotypeFileLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("g.json"), "{\"format\":\"isdarts-genotype\",\"schema\":1}");

        assertThat(Told.by("show", file.toString()).err())
                .singleElement()
                .asString()
                .endsWith("the genotype file lacks its space or its cells");
    }
}
