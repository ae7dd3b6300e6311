package org.isdarts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program in a process of its own, with libraries taken away. */
class MissingLibrariesTest {
    private static final String WHOLE = System.getProperty("java.class.path");

    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource({"nd4j-native-, nd4j", "dnnl-, onednn", "oshi-core-, processor", "jna-, processor"})
    void devicesTellsOfAMissingLibraryOnItsLine(String jar, String line) throws IOException, InterruptedException {
        assertThat(devices(without(jar)))
                .filteredOn(told -> told.strip().startsWith(line + " "))
                .singleElement()
                .asString()
                .containsAnyOf("missing or damaged", "does not load");
    }

    @ParameterizedTest
    @CsvSource({"dnnl-, nd4j", "jna-, onednn"})
    void otherLibrariesGoOnWorking(String jar, String other) throws IOException, InterruptedException {
        assertThat(devices(without(jar)))
                .filteredOn(told -> told.strip().startsWith(other + " "))
                .singleElement()
                .asString()
                .contains("CPU, ");
    }

    @Test
    void withoutAPlaceForNativeLibrariesEachLineSaysSo() throws IOException, InterruptedException {
        Path none = Files.createFile(scratch.resolve("file"));
        assertThat(devices(WHOLE, "-Duser.home=" + none, "-Djava.io.tmpdir=" + none))
                .filteredOn(told -> told.contains("native libraries cannot be unpacked into " + none))
                .hasSize(4);
    }

    @Test
    void withoutAPlaceForNativeLibrariesNothingElseIsPrinted() throws IOException, InterruptedException {
        Path none = Files.createFile(scratch.resolve("file"));
        assertThat(devices(WHOLE, "-Duser.home=" + none, "-Djava.io.tmpdir=" + none))
                .hasSize(6);
    }

    private static String without(String jar) {
        return Arrays.stream(WHOLE.split(File.pathSeparator))
                .filter(path -> !Path.of(path).getFileName().toString().matches(jar + "[0-9].*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<String> devices(String classPath, String... properties) throws IOException, InterruptedException {
        Path printed = scratch.resolve("printed.txt");
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(properties),
                        Stream.of("-cp", classPath, Main.class.getName(), "devices"))
                .flatMap(words -> words)
                .toList();
        ProcessBuilder program =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        program.environment().remove("TMPDIR");
        assertThat(program.start().waitFor()).isZero();
        return Files.readAllLines(printed);
    }
}
