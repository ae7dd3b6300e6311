package org.isdarts.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CubinCacheTest {
    @TempDir
    Path folder;

    private int compiled;

    /** Makes as many bytes as it has compiled. */
    private final class Counting implements Compiler {
        private final String version;

        Counting(String version) {
            this.version = version;
        }

        @Override
        public String version() {
            return version;
        }

        @Override
        public int oldestCuda() {
            return 12000;
        }

        @Override
        public byte[] compile(String source, List<String> definitions, int capability) {
            compiled++;
            return new byte[compiled];
        }
    }

    private Compiler cache(String version) {
        return new CubinCache(new Counting(version), folder.resolve("new"));
    }

    @Test
    void compilesOnceWhateverProcessAsks() {
        byte[] first = cache("12.9").compile("source", List.of("A"), 90);

        assertThat(cache("12.9").compile("source", List.of("A"), 90)).isEqualTo(first);
        assertThat(compiled).isEqualTo(1);
    }

    @Test
    void compilesAnewForAnotherSourceDefinitionGpuOrCompiler() {
        cache("12.9").compile("source", List.of("A"), 90);
        cache("12.9").compile("sources", List.of("A"), 90);
        cache("12.9").compile("source", List.of(), 90);
        cache("12.9").compile("source", List.of("A"), 80);
        cache("13.0").compile("source", List.of("A"), 90);

        assertThat(compiled).isEqualTo(5);
    }

    @Test
    void leavesNoPartOfAFile() throws IOException {
        cache("12.9").compile("source", List.of(), 90);

        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).singleElement().asString().endsWith(".cubin");
        }
    }

    @Test
    void compilesWhereNothingCanBeKept() throws IOException {
        Files.createFile(folder.resolve("new"));

        assertThat(cache("12.9").compile("source", List.of(), 90)).hasSize(1);
    }
}
