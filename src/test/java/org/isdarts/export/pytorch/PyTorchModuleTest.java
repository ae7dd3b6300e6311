package org.isdarts.export.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isdarts.export.SampleNetwork;
import org.isdarts.found.FoundNetwork;
import org.isdarts.npy.NpyArray;
import org.isdarts.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PyTorchModuleTest {
    private static final double TOLERANCE = 1e-4;
    private static final String PRINT_OUTPUTS =
            """
            import net, torch
            with open("images.npy", "rb") as file:
                images = net._array(file.read())
            with torch.no_grad():
                outputs = net.load()(images)
            for output in outputs if isinstance(outputs, tuple) else (outputs,):
                for number in output.flatten().tolist():
                    print(number)
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(SampleNetwork.class)
    void computesInPyTorchWhatWeCompute(SampleNetwork sample) throws IOException, InterruptedException {
        Optional<Python> python = Python.withPyTorch();
        assumeTrue(python.isPresent() || Python.isDemanded(), "PyTorch is not installed");
        assertThat(python).as("a python3 with PyTorch").isPresent();
        PyTorchModule module = new PyTorchModule(sample.network());
        Files.writeString(folder.resolve("net.py"), module.source());
        Files.write(folder.resolve("net.npz"), module.weights());
        Files.write(folder.resolve("images.npy"), NpyArray.write(sample.shape(), sample.images()));

        List<String> printed = python.get().run(folder, PRINT_OUTPUTS);

        List<Float> expected = new ArrayList<>();
        sample.outputs().forEach(output -> {
            for (float number : output) {
                expected.add(number);
            }
        });
        assertThat(printed).hasSameSizeAs(expected);
        for (int i = 0; i < printed.size(); i++) {
            assertThat(Double.parseDouble(printed.get(i))).isCloseTo(expected.get(i), within(TOLERANCE));
        }
    }

    @Test
    void namesTheWeightsAsPyTorchDoes() throws IOException {
        byte[] weights = new PyTorchModule(SampleNetwork.EVALUATED_NAS_BENCH_201.network()).weights();

        assertThat(Npz.read(new ByteArrayInputStream(weights)))
                .containsKeys(
                        "stem_conv.weight",
                        "stem_norm.weight",
                        "stem_norm.bias",
                        "stem_norm.running_mean",
                        "stem_norm.running_var",
                        "cells_0_0_3_nor_conv_3x3.weight",
                        "classifier.bias");
    }

    @Test
    void noNameOfAClassEndsTheDocstring() {
        FoundNetwork network = SampleNetwork.EVALUATED_NAS_BENCH_201.network();
        List<String> words = List.of("Classes: \"\"\"; quit(); \"\"\", \\N");

        String source = new PyTorchModule(new FoundNetwork(words, network.graph(), network.numbers())).source();

        assertThat(source).contains("Classes: \\\"\\\"\\\"; quit(); \\\"\\\"\\\", \\\\N");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "tr-TR", "ar-EG-u-nu-arab"})
    void isTheSameWhateverDigitsTheLocaleWrites(String locale) {
        FoundNetwork network = SampleNetwork.EVALUATED_NAS_BENCH_201.network();
        String expected = new PyTorchModule(network).source();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(new PyTorchModule(network).source()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }
}
