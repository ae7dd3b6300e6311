package org.isdarts.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The one font of all figures, Liberation Sans, which PDFBox carries: figures have the same lines and breaks on every
 * machine and in every format, and a PDF can embed it.
 */
public final class FigureFont {
    /** Its family. */
    public static final String FAMILY = "Liberation Sans";

    /** Size of titles, in points. */
    public static final float TITLE = 9;

    /** Size of everything else, in points; nothing is smaller. */
    public static final float TEXT = 8;

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static Font font;

    private FigureFont() {}

    /**
     * The font in a size of points.
     *
     * @throws FigureException if Java cannot draw any text on this machine
     */
    public static synchronized Font of(float size) {
        if (font == null) {
            font = load();
        }
        return font.deriveFont(size);
    }

    /** Text as the font can draw it: a raised zero and minus, which it lacks, by the signs that look alike. */
    public static String drawn(String text) {
        return text.replace('⁰', 'º').replace('⁻', '¯');
    }

    /** Its TrueType file; the caller closes it. */
    public static InputStream file() {
        return PDDocument.class.getResourceAsStream(FILE);
    }

    private static Font load() {
        try (InputStream file = file()) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new FigureException(
                    "Java cannot draw text on this machine; install fontconfig and a font, on Debian and Ubuntu the"
                            + " packages fontconfig and fonts-dejavu-core",
                    e);
        }
    }
}
