package org.isdarts.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes PNG and JPEG files to unsigned bytes of red, green and blue as they are stored: no colour profile is applied,
 * grey becomes three equal channels, transparency is left out. Its readers are used again from image to image, which
 * halves the time. For one thread.
 */
final class ImageDecoder {
    private final ImageReader png = ImageIO.getImageReadersByFormatName("png").next();
    private final ImageReader jpeg = ImageIO.getImageReadersByFormatName("jpeg").next();
    private String damage;

    ImageDecoder() {
        // A JPEG that ends early is filled up with grey, with no more than a warning.
        jpeg.addIIOReadWarningListener((reader, warning) -> {
            if (warning.startsWith("Truncated") || warning.startsWith("Corrupt")) {
                damage = warning;
            }
        });
    }

    /** Width and height in pixels. */
    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /**
     * The size the file states.
     *
     * @throws DataException if it is neither PNG nor JPEG, or damaged
     */
    Size size(DataFile file) {
        return decode(file, this::size);
    }

    /**
     * Decodes an image.
     *
     * @param expected its size
     * @param target receives the values, planar {@code [3,H,W]}, from {@code offset} on
     * @throws DataException if it is neither PNG nor JPEG, damaged, or of another size
     */
    void decode(DataFile file, Size expected, byte[] target, int offset) {
        decode(file, reader -> {
            Size size = size(reader);
            if (!size.equals(expected)) {
                throw new DataException(file.description() + " is " + size + " pixels where the first image is "
                        + expected + "; give all images one size");
            }
            copy(reader.read(0), target, offset);
            return size;
        });
    }

    private Size size(ImageReader reader) throws IOException {
        return new Size(reader.getWidth(0), reader.getHeight(0));
    }

    private interface Reading {
        Size from(ImageReader reader) throws IOException;
    }

    private Size decode(DataFile file, Reading reading) {
        byte[] content = file.read();
        ImageReader reader = reader(file, content);
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(content)), true, true);
        damage = null;
        Size size;
        try {
            size = reading.from(reader);
        } catch (DataException wrongSize) {
            throw wrongSize;
        } catch (IOException | RuntimeException failure) {
            // The readers throw all kinds of exceptions at damaged files.
            throw damaged(file, failure.getMessage(), failure);
        }
        if (damage != null) {
            throw damaged(file, damage, null);
        }
        return size;
    }

    private ImageReader reader(DataFile file, byte[] content) {
        if (content.length > 2 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8) {
            return jpeg;
        }
        if (content.length > 2 && (content[0] & 0xff) == 0x89 && content[1] == 'P') {
            return png;
        }
        throw new DataException(file.description() + " is neither PNG nor JPEG; replace or remove it");
    }

    private static DataException damaged(DataFile file, String reason, Throwable cause) {
        String why = reason == null ? "" : " (" + reason.lines().findFirst().orElse("") + ")";
        return new DataException(
                file.description() + " is damaged or of an unknown kind" + why + "; replace or remove it", cause);
    }

    /** Copies stored samples, because {@link BufferedImage#getRGB} would brighten grey ones. */
    private static void copy(BufferedImage image, byte[] target, int offset) {
        int plane = image.getWidth() * image.getHeight();
        if (image.getColorModel() instanceof IndexColorModel) {
            int[] colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            for (int i = 0; i < plane; i++) {
                target[offset + i] = (byte) (colours[i] >> 16);
                target[offset + plane + i] = (byte) (colours[i] >> 8);
                target[offset + 2 * plane + i] = (byte) colours[i];
            }
            return;
        }
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int excessBits = raster.getSampleModel().getSampleSize(0) - Byte.SIZE;
        int[] samples = raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
        for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
            int band = bands < ImageSet.CHANNELS ? 0 : channel;
            for (int i = 0; i < plane; i++) {
                target[offset + channel * plane + i] = (byte) (samples[i * bands + band] >> excessBits);
            }
        }
    }
}
