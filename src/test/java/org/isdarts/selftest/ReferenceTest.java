package org.isdarts.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.npy.NpyArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {
    private static final String STRUCTURE =
            """
            {"space": "nas-bench-201", "channels": 4, "cells_per_stage": 1, "classes": 10, "shrink_steps": 4}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsStructureAndArrays() throws IOException {
        write(STRUCTURE, archive("loss"));

        Reference reference = Reference.readAll(folder).get(0);

        assertThat(reference.channels()).isEqualTo(4);
        assertThat(reference.numbers("loss", 1)).containsExactly(2);
    }

    @Test
    void numbersThatDescribeNoSupernetAreToldAndLeftOut() throws IOException {
        write(STRUCTURE, archive("loss"));
        Files.writeString(folder.resolve("strategies.json"), "{\"decision/3/genotype\": {}}");

        assertThat(Reference.readAll(folder)).extracting(Reference::name).containsExactly("small");
        assertThat(Reference.namesOfOthers(folder)).containsExactly("strategies");
    }

    @Test
    void fileInsteadOfFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("golden.zip"), "");

        assertOneLine(file, "no reference folder " + file);
    }

    @Test
    void missingFolderIsNamed() {
        assertOneLine(folder.resolve("golden"), "no reference folder " + folder.resolve("golden"));
    }

    @Test
    void emptyFolderIsNamed() {
        assertOneLine(folder, folder + " holds no reference");
    }

    @Test
    void missingArraysAreNamed() throws IOException {
        Files.writeString(folder.resolve("small.json"), STRUCTURE);

        assertOneLine(folder, "the reference lacks small.npz beside its .json");
    }

    @Test
    void truncatedArraysAreNamed() throws IOException {
        byte[] archive = archive("loss");
        write(STRUCTURE, Arrays.copyOf(archive, archive.length / 3));

        assertOneLine(folder, "small.npz is damaged");
    }

    @Test
    void changedByteIsNamed() throws IOException {
        byte[] archive = archive("loss");
        archive[archive.length / 3] ^= 1;
        write(STRUCTURE, archive);

        assertOneLine(folder, "small.npz is damaged");
    }

    @Test
    void otherFileInPlaceOfArraysIsNamed() throws IOException {
        write(STRUCTURE, "no archive".getBytes(StandardCharsets.US_ASCII));

        assertOneLine(folder, "small.npz is damaged: no archive of NumPy arrays");
    }

    @Test
    void brokenStructureIsNamed() throws IOException {
        write("{\"space\": ", archive("loss"));

        assertOneLine(folder, "small.json is no JSON");
    }

    @Test
    void unknownSpaceIsNamed() throws IOException {
        write(STRUCTURE.replace("nas-bench-201", "nas-bench-101"), archive("loss"));

        assertOneLine(folder, "small.json cannot be used: no search space is called 'nas-bench-101'");
    }

    @Test
    void impossibleSizeIsNamed() throws IOException {
        write(STRUCTURE.replace("\"channels\": 4", "\"channels\": 3"), archive("loss"));

        assertOneLine(folder, "small.json needs an even number of channels");
    }

    @Test
    void missingArrayIsNamed() throws IOException {
        write(STRUCTURE, archive("loss"));

        assertOneLine(folder, "small.npz lacks input");
    }

    @Test
    void arrayOfWrongSizeIsNamed() throws IOException {
        write(STRUCTURE, archive("input", 1, 3, 8, 8, "weight/stem.0.weight", 4, 3, 1, 1));

        assertOneLine(folder, "small.npz holds 12 numbers as weight/stem.0.weight, not 108");
    }

    @Test
    void labelWithoutClassIsNamed() {
        Reference altered = AlteredReference.with(AlteredReference.nasBench201(), "label", labels -> labels[0] = 10);

        assertThatThrownBy(altered::batch)
                .isInstanceOf(SelftestException.class)
                .hasMessageContaining("needs a label from 0 to 9 in label for each image");
    }

    private void write(String structure, byte[] archive) throws IOException {
        Files.writeString(folder.resolve("small.json"), structure);
        Files.write(folder.resolve("small.npz"), archive);
    }

    /** Arrays of twos: names, each followed by its lengths. */
    private static byte[] archive(Object... namesAndLengths) throws IOException {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        for (int i = 0; i < namesAndLengths.length; ) {
            String name = (String) namesAndLengths[i++];
            int start = i;
            while (i < namesAndLengths.length && namesAndLengths[i] instanceof Integer) {
                i++;
            }
            int[] shape = Arrays.stream(namesAndLengths, start, i)
                    .mapToInt(length -> (Integer) length)
                    .toArray();
            float[] twos = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            Arrays.fill(twos, 2);
            arrays.put(name, NpyArray.write(shape, twos));
        }
        return Archive.of(arrays);
    }

    private static void assertOneLine(Path folder, String message) {
        assertThatThrownBy(() -> Selftest.run(folder, new ReferenceKernels(), (reference, check) -> {}))
                .isInstanceOf(SelftestException.class)
                .hasMessageContaining(message)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }
}
