package org.isdarts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.isdarts.figure.Figure;
import org.isdarts.run.Labels;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
    @TempDir
    private static Path folder;

    private static RunFolder run;

    @BeforeAll
    static void putRuns() {
        RealRuns.copyTo(folder);
        run = RunFolder.open(folder.resolve("fisher-7"));
        new Labels("a < b & \"c\"", List.of(), "").writeTo(run);
    }

    private static Document page(Report report) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ReportFormat.HTML.of(report)));
    }

    private static String pdfText(Report report) throws IOException {
        try (PDDocument document = Loader.loadPDF(ReportFormat.PDF.of(report))) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aTitleOfAnyCharactersIsShownAsItIs() throws Exception {
        assertThat(page(RunReport.of(run)).getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("a < b & \"c\"");
    }

    @Test
    void thePageNeedsNoOtherFile() throws Exception {
        NodeList images = page(RunReport.of(run)).getElementsByTagName("img");
        assertThat(IntStream.range(0, images.getLength()).mapToObj(image -> images.item(image)
                        .getAttributes()
                        .getNamedItem("src")
                        .getNodeValue()))
                .isNotEmpty()
                .allMatch(source -> source.startsWith("data:image/svg+xml;base64,"));
    }

    @Test
    void thePagesTellGenotypeSettingsAndHowToRepeatTheSearch() throws Exception {
        String notation = run.summary().genotype();
        assertThat(pdfText(RunReport.of(run)))
                .contains("Genotype", notation.substring(0, 20), "Settings", "How to repeat it", "isdarts search");
    }

    @Test
    void theCommandBreaksBetweenOptionsOnly() throws Exception {
        List<String> lines =
                pdfText(RunReport.of(run)).lines().map(String::strip).toList();
        List<String> command = lines.stream()
                .skip(lines.indexOf("How to repeat it"))
                .dropWhile(line -> !line.startsWith("isdarts search"))
                .takeWhile(line -> line.contains("--"))
                .toList();
        List<String> options =
                SettingsListing.of(run.manifest().configuration()).commandWords();

        assertThat(command).hasSizeGreaterThan(2).allSatisfy(line -> assertThat(line)
                .matches("(isdarts search\\s+)?--.*"));
        assertThat(String.join(" ", command)).contains(options.subList(1, options.size()));
    }

    @Test
    void theFiguresInThePagesKeepTheirText() throws Exception {
        assertThat(pdfText(RunReport.of(run))).contains("Operations kept in normal cells");
    }

    @Test
    void theCurvesReachAcrossThePage() throws Exception {
        NodeList images = page(RunReport.of(run)).getElementsByTagName("img");
        assertThat(IntStream.range(0, images.getLength())
                        .mapToObj(images::item)
                        .map(Element.class::cast)
                        .filter(image -> image.getAttribute("alt").startsWith("Accuracy, loss"))
                        .map(image -> image.getAttribute("style")))
                .containsExactly("width:" + Figure.PAGE + "pt");
    }

    @Test
    void drawnImagesAreCalledSo() throws Exception {
        assertThat(pdfText(RunReport.of(run))).contains("drawn images: 10 classes");
    }

    @Test
    void aComparisonHasEveryRunWithItsGenotype() throws Exception {
        String html =
                new String(ReportFormat.HTML.of(ComparisonReport.of(RunFolder.list(folder))), StandardCharsets.UTF_8);
        assertThat(html).contains("Comparison of 3 runs", "fisher-8", "iim-7", "Genotypes, edge by edge");
    }
}
