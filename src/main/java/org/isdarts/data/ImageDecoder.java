package org.isdarts.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes PNG and JPEG files to unsigned bytes of red, green and blue as they are stored: no color profile is applied,
 * gray becomes three equal channels, transparency is left out, and an image is not turned as its EXIF data say. Its readers
 * are used again from image to image, which halves the time. For one thread.
 */
final class ImageDecoder {
    /** As many as Pillow decodes; more are a mistake or an attack. */
    private static final long MOST_PIXELS = 178_956_970;

    private final ImageReader png = ImageIO.getImageReadersByFormatName("png").next();
    private final ImageReader jpeg = ImageIO.getImageReadersByFormatName("jpeg").next();
    private String damage;

    ImageDecoder() {
        // A JPEG that ends early is filled up with gray, with no more than a warning.
        jpeg.addIIOReadWarningListener((reader, warning) -> {
            if (warning.startsWith("Truncated") || warning.startsWith("Corrupt")) {
                damage = warning;
            }
        });
    }

    /**
     * The size the file states.
     *
     * @throws DamagedException if it is neither PNG nor JPEG, or damaged
     */
    ImageSize size(DataFile file) {
        return read(file, (reader, content) -> size(reader));
    }

    /**
     * Decodes an image.
     *
     * @throws DamagedException if it is neither PNG nor JPEG, damaged, or too large
     */
    Picture decode(DataFile file) {
        return read(file, (reader, content) -> {
            ImageSize size = size(reader);
            if (size.pixels() > MOST_PIXELS) {
                throw new DamagedException(file.description(), tooLarge(size), null);
            }
            return reader == jpeg ? picture(reader, content) : picture(reader.read(0));
        });
    }

    private static String tooLarge(ImageSize size) {
        return String.format(
                Locale.ROOT,
                "has %s pixels, more than the %d million that an image may have",
                size,
                MOST_PIXELS / 1_000_000);
    }

    private static ImageSize size(ImageReader reader) throws IOException {
        return new ImageSize(reader.getWidth(0), reader.getHeight(0));
    }

    private interface Reading<T> {
        T from(ImageReader reader, byte[] content) throws IOException;
    }

    private <T> T read(DataFile file, Reading<T> reading) {
        byte[] content = file.read();
        ImageReader reader = reader(file, content);
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(content)), true, true);
        damage = null;
        T result;
        try {
            result = reading.from(reader, content);
        } catch (DataException told) {
            throw told;
        } catch (IOException | RuntimeException failure) {
            // The readers throw all kinds of exceptions at damaged files.
            throw damaged(file, failure.getMessage(), failure);
        } catch (OutOfMemoryError failure) {
            throw new DamagedException(file.description(), "needs more memory than Java has", failure);
        }
        if (damage != null) {
            throw damaged(file, damage, null);
        }
        return result;
    }

    private ImageReader reader(DataFile file, byte[] content) {
        if (content.length > 2 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8) {
            return jpeg;
        }
        if (content.length > 2 && (content[0] & 0xff) == 0x89 && content[1] == 'P') {
            return png;
        }
        throw new DamagedException(
                file.description(), content.length == 0 ? "is empty" : "is neither PNG nor JPEG", null);
    }

    private static DamagedException damaged(DataFile file, String reason, Throwable cause) {
        String why = reason == null ? "" : " (" + reason.lines().findFirst().orElse("") + ")";
        return new DamagedException(file.description(), "is damaged or of an unknown kind" + why, cause);
    }

    /** A JPEG from its stored components, because {@link ImageReader#read} applies color profiles and refuses inks. */
    private static Picture picture(ImageReader reader, byte[] content) throws IOException {
        Raster raster = reader.readRaster(0, null);
        JpegColors colors = JpegColors.of(content, raster.getNumBands());
        return picture(raster, colors::toRgb);
    }

    /** A PNG from its stored samples, because {@link BufferedImage#getRGB} would brighten gray ones. */
    private static Picture picture(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return picture(image.getRaster(), pixel -> {
                int color = palette.getRGB(pixel[0]);
                pixel[0] = color >> 16;
                pixel[1] = color >> 8;
                pixel[2] = color;
            });
        }
        int excessBits = image.getSampleModel().getSampleSize(0) - Byte.SIZE;
        boolean gray = image.getRaster().getNumBands() < ImageSet.CHANNELS;
        return picture(image.getRaster(), pixel -> {
            for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
                pixel[channel] >>= excessBits;
            }
            if (gray) {
                JpegColors.GRAY.toRgb(pixel);
            }
        });
    }

    /** Replaces the samples of a pixel by red, green and blue. */
    private interface Colors {
        void toRgb(int[] pixel);
    }

    private static Picture picture(Raster raster, Colors colors) {
        int width = raster.getWidth();
        int plane = width * raster.getHeight();
        int bands = raster.getNumBands();
        byte[] values = new byte[ImageSet.CHANNELS * plane];
        int[] row = new int[width * bands];
        int[] pixel = new int[Math.max(bands, ImageSet.CHANNELS)];
        for (int i = 0; i < plane; i++) {
            int x = i % width;
            if (x == 0) {
                raster.getPixels(raster.getMinX(), raster.getMinY() + i / width, width, 1, row);
            }
            System.arraycopy(row, x * bands, pixel, 0, bands);
            colors.toRgb(pixel);
            for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
                values[channel * plane + i] = (byte) pixel[channel];
            }
        }
        return new Picture(width, raster.getHeight(), values);
    }
}
