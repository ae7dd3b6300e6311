package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.EpochProgress;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.strategy.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
    private static final float[] NUMBERS = {1.5f, Float.MIN_VALUE, -0.0f, Float.NaN, Float.NEGATIVE_INFINITY, 0.1f};

    @TempDir
    private Path folder;

    private Claim claim;

    private static Checkpoint checkpoint(int epoch, int step) {
        return checkpoint(epoch, step, State.NONE);
    }

    private static Checkpoint checkpoint(int epoch, int step, State strategy) {
        return new Checkpoint(
                epoch,
                step,
                Map.of(CellType.NORMAL, Mask.full(NasBench201.SPACE)),
                new EpochProgress(48, 0.1, 3, 20, 1.25),
                17.5,
                Map.of("value/cells.0.0-1.nor_conv_3x3.weight", new Checkpoint.Array(new int[] {2, 3}, NUMBERS)),
                strategy);
    }

    private String write(Checkpoint checkpoint) throws IOException {
        return CheckpointFile.write(folder, claim, checkpoint);
    }

    @BeforeEach
    void claim() throws IOException {
        claim = Claim.take(folder, 0);
    }

    @Test
    void givesBackEveryBitOfATensor() throws IOException {
        String name = write(checkpoint(3, 5));

        Checkpoint.Array array =
                CheckpointFile.read(folder.resolve(name)).tensors().get("value/cells.0.0-1.nor_conv_3x3.weight");
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.values())
                .usingComparator(CheckpointFileTest::compareBits)
                .isEqualTo(NUMBERS);
    }

    @Test
    void givesBackEveryBitOfAStrategysNumbers() throws IOException {
        double[] numbers = {0.1, -0.0, Double.MIN_VALUE, Double.NaN};
        State state = new State(Map.of("normal/weights", numbers));

        Checkpoint read = CheckpointFile.read(folder.resolve(write(checkpoint(3, 5, state))));

        assertThat(read.strategy().numbers()).containsOnlyKeys("normal/weights");
        assertThat(read.strategy().get("normal/weights")).containsExactly(numbers);
    }

    @Test
    void holdsNothingOfAStrategyThatHasNoNumbers() throws IOException {
        String name = write(checkpoint(3, 5));

        try (ZipFile zip = new ZipFile(folder.resolve(name).toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).noneMatch(entry -> entry.startsWith("strategy"));
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("state.json")).readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("strategy");
        }
    }

    private static int compareBits(float[] left, float[] right) {
        for (int i = 0; i < left.length; i++) {
            if (Float.floatToRawIntBits(left[i]) != Float.floatToRawIntBits(right[i])) {
                return 1;
            }
        }
        return left.length - right.length;
    }

    @Test
    void givesBackPositionSumsAndMasks() throws IOException {
        Checkpoint read = CheckpointFile.read(folder.resolve(write(checkpoint(3, 5))));

        assertThat(read).usingRecursiveComparison().ignoringFields("tensors").isEqualTo(checkpoint(3, 5));
    }

    @Test
    void keepsTheNewestTwo() throws IOException {
        for (int step = 8; step < 12; step++) {
            write(checkpoint(3, step));
        }

        assertThat(CheckpointFile.newestFirst(folder).stream()
                        .map(file -> file.getFileName().toString()))
                .containsExactly("checkpoint-0003-000011.zip", "checkpoint-0003-000010.zip");
    }

    @Test
    void leavesNothingElseInTheFolder() throws IOException {
        write(checkpoint(3, 5));

        try (var files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        Path file = folder.resolve(write(checkpoint(3, 5)));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 30));

        assertThatThrownBy(() -> CheckpointFile.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAFileWithOneWrongByteInATensor() throws IOException {
        Path file = folder.resolve(write(checkpoint(3, 5)));
        byte[] bytes = Files.readAllBytes(file);
        int tensor = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("NUMPY");
        bytes[tensor + 130] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("checksum");
    }
}
