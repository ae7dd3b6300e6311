package org.isdarts.kernel.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isdarts.kernel.KernelsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels that somebody puts beside the program. */
class FurtherKernelsTest {
    @TempDir
    Path folder;

    @Test
    void areOfferedInTheOrderOfTheirPreference() throws IOException {
        URL toy = getClass().getResource("/further-kernels/");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {toy}, getClass().getClassLoader())) {
            assertThat(names(loader)).containsExactly("cuda", "nd4j-cuda", "onednn", "toy", "nd4j");
        }
    }

    @Test
    void sayWhatTheyAreAndWhatTheyNeed() throws IOException {
        URL toy = getClass().getResource("/further-kernels/");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {toy}, getClass().getClassLoader())) {
            KernelLibrary library = KernelLibrary.found(loader).stream()
                    .filter(found -> found.label().equals("toy"))
                    .findFirst()
                    .orElseThrow();
            assertThat(library.needs()).isEqualTo("nothing but Java");
            assertThat(library.words(1)).isNotBlank();
        }
    }

    @Test
    void thatAreDamagedAreLeftOut() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(KernelsProvider.class.getName()), Damaged.class.getName());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(names(loader)).containsExactly("cuda", "nd4j-cuda", "onednn", "nd4j");
        }
    }

    private static List<String> names(ClassLoader loader) {
        return KernelLibrary.found(loader).stream().map(KernelLibrary::label).toList();
    }

    /** Lacks the public constructor that a service needs. */
    public abstract static class Damaged implements KernelsProvider {}
}
