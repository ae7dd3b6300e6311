package org.isdarts.figure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.isdarts.event.History;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.Figure4;
import org.isdarts.figure.chart.HeatmapOptions;
import org.isdarts.score.Scaling;
import org.isdarts.space.CellType;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FigureFilesTest {
    private static final Figure FIGURE = new Figure4(
                    CellType.NORMAL,
                    IsDartsScores.FISHER,
                    List.of(22, 26),
                    Scaling.LOGARITHMIC,
                    HeatmapOptions.of(IsDartsScores.FISHER, FigureTheme.LIGHT))
            .of(new ChartedRun("quick-1", History.of(SimulatedSearch.nasBench201(1))));

    @TempDir
    Path folder;

    private Path written(String name, int dpi) throws IOException {
        Path file = folder.resolve(name);
        FigureFiles.write(FIGURE, file, dpi);
        return file;
    }

    @Test
    void aPngHasTheAskedPixelsAnInch() throws IOException {
        BufferedImage image = ImageIO.read(written("figure.png", 144).toFile());

        assertThat(image.getWidth()).isEqualTo(2 * FIGURE.preferredSize().width);
        assertThat(image.getHeight()).isEqualTo(2 * FIGURE.preferredSize().height);
    }

    @Test
    void anSvgIsXmlThatHoldsItsLabelsAsText() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(written("figure.svg", FigureFiles.PRINT_DPI).toFile());
        NodeList elements = svg.getElementsByTagName("text");
        List<String> texts = Stream.iterate(0, i -> i + 1)
                .limit(elements.getLength())
                .map(i -> elements.item(i).getTextContent())
                .toList();

        assertThat(texts)
                .contains("Fisher importance of normal cells", "epoch 22", "epoch 26", "images", "conv 3×3", "0→1")
                .contains("← discarded first     1/activation⁴");
    }

    @Test
    void anSvgNamesFontsForMachinesThatLackOurs() throws IOException {
        assertThat(written("figure.svg", 300))
                .content()
                .contains("font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\"");
    }

    @Test
    void theSameFigureGivesTheSameSvg() throws IOException {
        assertThat(written("a.svg", 300)).hasSameBinaryContentAs(written("b.svg", 300));
    }

    @Test
    void aPdfHoldsItsTextInAnEmbeddedFont() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(written("figure.PDF", 300).toFile())) {
            PDPage page = pdf.getPage(0);

            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Fisher importance of normal cells", "epoch 22", "images", "conv 3×3");
            assertThat(page.getMediaBox().getWidth()).isEqualTo(FIGURE.preferredSize().width);
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo(FIGURE.caption());
        }
    }

    @Test
    void anUnknownEndingIsRefusedInOneLine() {
        assertThatThrownBy(() -> FigureFiles.write(FIGURE, folder.resolve("figure.gif"), 300))
                .isInstanceOf(FigureException.class)
                .hasMessage("cannot tell what to write as figure.gif; let its name end with .png, .svg, .pdf");
    }

    @Test
    void aResolutionOfNoneIsRefused() {
        assertThatThrownBy(() -> FigureFiles.write(FIGURE, folder.resolve("figure.png"), 0))
                .isInstanceOf(FigureException.class)
                .hasMessage("a resolution of 0 dpi is not possible; give 1 to 2400");
    }

    @Test
    void leavesNothingElseInTheFolder() throws IOException {
        Path file = written("figure.svg", 300);
        Files.writeString(file, "older");
        written("figure.svg", 300);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(file).content().startsWith("<?xml");
    }

    @Test
    void moreDotsThanFitIntoMemoryAreRefusedWithHowManyWouldFit() {
        assertThatThrownBy(() -> FigureFormat.image(FIGURE, 2400))
                .isInstanceOf(FigureException.class)
                .hasMessageMatching("at 2400 dpi the figure is too large; give at most \\d{3,4}, or write it as .*");
        assertThatThrownBy(() -> FigureFormat.image(FIGURE, 0)).isInstanceOf(FigureException.class);
    }
}
