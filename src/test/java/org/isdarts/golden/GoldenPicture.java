package org.isdarts.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A picture that was looked at and found good. What is drawn is compared with it in averages over small squares, so that
 * other antialiasing or hinting of text passes and another line, color, word or place does not. {@code
 * packaging/golden-pictures} draws all of them anew.
 */
public final class GoldenPicture {
    /** Where they lie, seen from the project's folder. */
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden-pictures");

    /** Side of a square, in pixels. */
    private static final int SQUARE = 8;

    /** Difference of a square's averages, of 255, that can be seen. */
    private static final int VISIBLE = 16;

    private final String name;
    private final double tolerated;

    /**
     * The picture of that name.
     *
     * @param tolerated share of the squares that may differ visibly
     */
    public GoldenPicture(String name, double tolerated) {
        this.name = name + ".png";
        this.tolerated = tolerated;
    }

    /** Compares what is drawn with the picture, or takes it as the picture where that was asked for. */
    public void expect(BufferedImage drawn) {
        try {
            if (Boolean.getBoolean("golden.rewrite")) {
                Files.createDirectories(FOLDER);
                ImageIO.write(opaque(drawn), "png", FOLDER.resolve(name).toFile());
                return;
            }
            double share = differing(read(), drawn);
            if (share > tolerated) {
                Path seen = Path.of("target", "golden-pictures", name);
                Files.createDirectories(seen.getParent());
                ImageIO.write(opaque(drawn), "png", seen.toFile());
                assertThat(share)
                        .as("share of %s that differs from %s; look at both", seen, FOLDER.resolve(name))
                        .isLessThanOrEqualTo(tolerated);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Share of the squares that differ visibly; all of them where the sizes differ. */
    public static double differing(BufferedImage golden, BufferedImage drawn) {
        if (golden.getWidth() != drawn.getWidth() || golden.getHeight() != drawn.getHeight()) {
            return 1;
        }
        BufferedImage before = averages(opaque(golden));
        BufferedImage now = averages(opaque(drawn));
        int differing = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                differing += distance(before.getRGB(x, y), now.getRGB(x, y)) > VISIBLE ? 1 : 0;
            }
        }
        return (double) differing / (now.getWidth() * now.getHeight());
    }

    private BufferedImage read() throws IOException {
        try (InputStream file = GoldenPicture.class.getResourceAsStream("/golden-pictures/" + name)) {
            assertThat(file)
                    .as("the picture %s; packaging/golden-pictures draws it", name)
                    .isNotNull();
            return ImageIO.read(file);
        }
    }

    private static int distance(int one, int other) {
        int red = Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF));
        int green = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF));
        int blue = Math.abs((one & 0xFF) - (other & 0xFF));
        return Math.max(red, Math.max(green, blue));
    }

    /** A pixel for every square, with its average color. */
    private static BufferedImage averages(BufferedImage image) {
        int width = image.getWidth() / SQUARE;
        int height = image.getHeight() / SQUARE;
        BufferedImage averages = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                averages.setRGB(x, y, average(image, x * SQUARE, y * SQUARE));
            }
        }
        return averages;
    }

    private static int average(BufferedImage image, int left, int top) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int rgb : image.getRGB(left, top, SQUARE, SQUARE, null, 0, SQUARE)) {
            red += rgb >> 16 & 0xFF;
            green += rgb >> 8 & 0xFF;
            blue += rgb & 0xFF;
        }
        int pixels = SQUARE * SQUARE;
        return ((red / pixels) << 16) | ((green / pixels) << 8) | (blue / pixels);
    }

    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return opaque;
    }
}
