package org.isdarts.figure.file;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGSyntax;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureFont;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a figure can be written as. */
public enum FigureFormat {
    /** Pixels. */
    PNG(".png") {
        @Override
        public byte[] encode(Figure figure, int dpi) throws IOException {
            BufferedImage image = image(figure, dpi);
            ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(new IIOImage(image, null, resolution(writer, image, dpi)));
            } finally {
                writer.dispose();
            }
            return bytes.toByteArray();
        }
    },

    /** Lines and text; heatmaps are an image within. */
    SVG(".svg") {
        @Override
        public byte[] encode(Figure figure, int dpi) {
            Dimension size = figure.preferredSize();
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptySvg());
            context.setComment(null);
            SVGGraphics2D graphics = new SVGGraphics2D(context, false);
            figure.draw(graphics, size.width, size.height);
            Element svg = graphics.getRoot();
            svg.setAttribute("width", size.width + "pt");
            svg.setAttribute("height", size.height + "pt");
            svg.setAttribute("viewBox", "0 0 " + size.width + " " + size.height);
            // For readers' machines that lack the font.
            return text(svg)
                    .replace("'" + FigureFont.FAMILY + "'", "'" + FigureFont.FAMILY + "', Arial, Helvetica, sans-serif")
                    .getBytes(StandardCharsets.UTF_8);
        }
    },

    /** One page of the figure's size with lines and text in an embedded font; heatmaps are an image within. */
    PDF(".pdf") {
        @Override
        public byte[] encode(Figure figure, int dpi) throws IOException {
            Dimension size = figure.preferredSize();
            try (PDDocument document = new PDDocument();
                    PdfBoxGraphics2DFontTextDrawer text = new PdfBoxGraphics2DFontTextDrawer();
                    InputStream font = FigureFont.file()) {
                text.registerFont(FigureFont.FAMILY, font);
                document.getDocumentInformation().setSubject(figure.caption());
                PDPage page = new PDPage(new PDRectangle(size.width, size.height));
                document.addPage(page);
                PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, size.width, size.height);
                graphics.setFontTextDrawer(text);
                figure.draw(graphics, size.width, size.height);
                graphics.dispose();
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawForm(graphics.getXFormObject());
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            }
        }
    };

    private static final int MAX_DPI = 2400;
    private static final int MAX_PIXELS = 100_000_000;

    private final String ending;

    FigureFormat(String ending) {
        this.ending = ending;
    }

    /** The ending of its file names, with the dot. */
    public String ending() {
        return ending;
    }

    /**
     * The figure as a file's bytes, at its preferred size.
     *
     * @param dpi pixels an inch, for pixels only
     */
    public abstract byte[] encode(Figure figure, int dpi) throws IOException;

    /**
     * The figure as pixels, at its preferred size.
     *
     * @param dpi pixels an inch
     * @throws FigureException if that is no resolution, or gives more pixels than fit into memory beside a search
     */
    public static BufferedImage image(Figure figure, int dpi) {
        double scale = dpi / 72.0;
        Dimension size = figure.preferredSize();
        if (dpi < 1 || dpi > MAX_DPI) {
            throw new FigureException("a resolution of " + dpi + " dpi is not possible; give 1 to " + MAX_DPI);
        }
        if (size.width * scale * size.height * scale > MAX_PIXELS) {
            throw new FigureException("at " + dpi + " dpi the figure is too large; give at most "
                    + (int) (72 * Math.sqrt(MAX_PIXELS / ((double) size.width * size.height)))
                    + ", or write it as .svg or .pdf");
        }
        int width = (int) Math.round(size.width * scale);
        int height = (int) Math.round(size.height * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setTransform(AffineTransform.getScaleInstance(scale, scale));
        figure.draw(graphics, width / scale, height / scale);
        graphics.dispose();
        return image;
    }

    private static Document emptySvg() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGSyntax.SVG_NAMESPACE_URI, SVGSyntax.SVG_SVG_TAG, null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Element element) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(element), new StreamResult(text));
            return text.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static IIOMetadata resolution(ImageWriter writer, BufferedImage image, int dpi) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        String perMetre = Long.toString(Math.round(dpi / 0.0254));
        IIOMetadataNode density = new IIOMetadataNode("pHYs");
        density.setAttribute("pixelsPerUnitXAxis", perMetre);
        density.setAttribute("pixelsPerUnitYAxis", perMetre);
        density.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
        root.appendChild(density);
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }
}
