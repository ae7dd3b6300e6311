package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {
    @TempDir
    private Path folder;

    @Test
    void aRunNobodyHasLabeledHasNone() {
        assertThat(Labels.of(run())).isEqualTo(Labels.NONE);
    }

    @Test
    void labelsAreReadAsTheyWereWritten() {
        Labels labels = new Labels("Best of the week", List.of("paper", "C=16"), "Übung\nmacht den Meister");
        labels.writeTo(run());
        assertThat(Labels.of(run())).isEqualTo(labels);
    }

    @Test
    void emptyAndRepeatedTagsAreLeftOut() {
        assertThat(new Labels(null, List.of(" a", "", "a ", "b"), null).tags()).containsExactly("a", "b");
    }

    @Test
    void writingLeavesNoFileBeside() throws IOException {
        new Labels("one", List.of(), "").writeTo(run());
        new Labels("two", List.of(), "").writeTo(run());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("labels.json"));
        }
    }

    @Test
    void aDamagedFileCountsAsNoLabels() throws IOException {
        Files.writeString(folder.resolve("labels.json"), "{\"title\": ");
        assertThat(Labels.of(run())).isEqualTo(Labels.NONE);
    }

    private RunFolder run() {
        return new RunFolder(folder, null);
    }
}
