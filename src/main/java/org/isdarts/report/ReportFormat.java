package org.isdarts.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.file.FigureFormat;

/** What a report can be written as. */
public enum ReportFormat {
    /** One page to read in a browser and to print, with figures inside as SVG. */
    HTML("HTML", ".html") {
        @Override
        public byte[] of(Report report) {
            return new ReportHtml(ReportFormat::image).of(report).getBytes(StandardCharsets.UTF_8);
        }
    },

    /** Pages of A4 with fonts inside. */
    PDF("PDF", ".pdf") {
        @Override
        public byte[] of(Report report) throws IOException {
            XRLog.setLoggingEnabled(false);
            List<Figure> figures = new ArrayList<>();
            String html = new ReportHtml(figure -> place(figures, figure)).of(report);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PdfRendererBuilder pages = new PdfRendererBuilder();
            pages.withHtmlContent(html, null);
            pages.useFont(FigureFont::file, FigureFont.FAMILY, 400, FontStyle.NORMAL, true);
            pages.useObjectDrawerFactory(drawing(figures));
            pages.toStream(bytes);
            pages.run();
            return bytes.toByteArray();
        }
    };

    private static final String DRAWN = "isdarts/figure";

    /** Height of a figure, in points, two of which fit a page with their captions. */
    private static final double HALF_PAGE = 318;

    /** Figures higher than half a page by no more than this are drawn smaller, so that no half of a page stays empty. */
    private static final double NEARLY = 1.25;

    private final String label;
    private final String ending;

    ReportFormat(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /** The name on screen. */
    public String label() {
        return label;
    }

    /** The ending of its file names, with the dot. */
    public String ending() {
        return ending;
    }

    /** A report in this format. */
    public abstract byte[] of(Report report) throws IOException;

    /** As an image of its own: within one page the names in one SVG would shadow those in another. */
    private static String image(Figure figure) {
        Dimension size = figure.preferredSize();
        try {
            return "<img alt=\"" + ReportHtml.escaped(figure.caption()) + "\" style=\"width:" + size.width
                    + "pt\" src=\"data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(FigureFormat.SVG.encode(figure, 0))
                    + "\"/>";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String place(List<Figure> figures, Figure figure) {
        figures.add(figure);
        Dimension size = figure.preferredSize();
        double scale = size.height > NEARLY * HALF_PAGE ? 1 : Math.min(1, HALF_PAGE / size.height);
        return String.format(
                Locale.ROOT,
                "<object type=\"%s\" data=\"%d\" style=\"width:%.1fpt;height:%.1fpt\"></object>",
                DRAWN,
                figures.size() - 1,
                scale * size.width,
                scale * size.height);
    }

    private static DefaultObjectDrawerFactory drawing(List<Figure> figures) {
        DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer(DRAWN, (element, x, y, width, height, device, context, dotsPerPixel) -> {
            Figure figure = figures.get(Integer.parseInt(element.getAttribute("data")));
            device.drawWithGraphics(
                    (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, graphics -> {
                        Dimension size = figure.preferredSize();
                        graphics.scale(width / dotsPerPixel / size.width, height / dotsPerPixel / size.height);
                        figure.draw(graphics, size.width, size.height);
                    });
            return null;
        });
        return factory;
    }
}
