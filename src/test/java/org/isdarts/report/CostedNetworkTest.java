package org.isdarts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.isdarts.cli.Told;
import org.isdarts.found.Cost;
import org.isdarts.network.EvaluationNetworkBuilder;
import org.isdarts.network.NetworkSize;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.space.Genotype;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search of three classes in images of 48x40. */
class CostedNetworkTest {
    @TempDir
    private Path folder;

    private RunFolder run;

    @BeforeEach
    void putRun() throws IOException {
        Path path = folder.resolve("run");
        RealRuns.copyTo("fisher-7", path);
        Path manifest = path.resolve(RunFolder.MANIFEST);
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceAll("(\"classes\" : )\\[[^]]*]", "$1[ \"airplane\", \"automobile\", \"ship\" ]")
                        .replaceAll("(\"width\" : )\\d+", "$148")
                        .replaceAll("(\"height\" : )\\d+", "$140"));
        run = RunFolder.open(path);
    }

    private Cost own() {
        Genotype found = ComparedRun.of(run).genotype().orElseThrow();
        return Cost.of(EvaluationNetworkBuilder.of(found, new NetworkSize(16, 5, 3, 40, 48)));
    }

    private static String digits(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    @Test
    void aComparisonTellsTheCostForTheClassesAndImagesOfTheRun() {
        assertThat(ComparedRun.of(run).cost()).contains(own());
    }

    @Test
    void theReportTellsWhatItsCostsAreOf() throws IOException {
        assertThat(new String(ReportFormat.HTML.of(RunReport.of(run)), StandardCharsets.UTF_8))
                .contains(
                        "C=16, N=5, 3 classes, images of 48x40",
                        digits(own().parameters()),
                        digits(own().multiplyAdds()));
    }

    @Test
    void theTerminalTellsTheSame() {
        assertThat(Told.by("show", run.path().toString()).out())
                .contains("evaluated at      C=16, N=5, 3 classes, images of 48x40")
                .contains("network           " + digits(own().parameters()) + " parameters, "
                        + digits(own().multiplyAdds()) + " multiply-adds an image");
    }
}
