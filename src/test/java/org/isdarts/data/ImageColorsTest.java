package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

/** One image in every form that PNG and JPEG files store colors in: whatever the form, the pixels are the same. */
class ImageColorsTest {
    private static final int WIDTH = 24;
    private static final int HEIGHT = 16;
    /** How much paper shows through black ink, in all inks' pictures. */
    private static final int BLACK = 200;
    /** What JPEG's rounding costs a smooth image at its best quality. */
    private static final int ROUNDING = 3;

    private static final byte[] PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    private final ImageDecoder decoder = new ImageDecoder();

    /** A component's value at a place of the picture. */
    private interface Samples {
        int at(int x, int y, int component);
    }

    /** Smooth, with other values in each channel, none above what fits under {@link #BLACK}. */
    private static int rgb(int x, int y, int channel) {
        return 20 + 5 * (channel == 0 ? x : channel == 1 ? y : x + y) / (channel == 2 ? 2 : 1);
    }

    private static int ycc(int x, int y, int component, Samples rgb) {
        double red = rgb.at(x, y, 0);
        double green = rgb.at(x, y, 1);
        double blue = rgb.at(x, y, 2);
        double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
        return (int) Math.round(
                component == 0 ? luma : component == 1 ? 128 + (blue - luma) / 1.772 : 128 + (red - luma) / 1.402);
    }

    /** Inverted inks, as Adobe's programs store them. */
    private static int cmyk(int x, int y, int ink) {
        return ink == 3 ? BLACK : Math.round(rgb(x, y, ink) * 255f / BLACK);
    }

    private static int ycck(int x, int y, int component) {
        return component == 3 ? BLACK : ycc(x, y, component, (a, b, ink) -> 255 - cmyk(a, b, ink));
    }

    @Test
    void cmykIsTheSameAsPng() {
        assertSame(withAdobe(jpeg(4, ImageColorsTest::cmyk), 0));
    }

    @Test
    void ycckIsTheSameAsPng() {
        assertSame(withAdobe(jpeg(4, ImageColorsTest::ycck), 2));
    }

    @Test
    void storedRedGreenAndBlueIsTheSameAsPng() {
        assertSame(withAdobe(jpeg(3, ImageColorsTest::rgb), 0));
    }

    @Test
    void storedLumaIsTheSameAsPng() {
        assertSame(withAdobe(jpeg(3, (x, y, component) -> ycc(x, y, component, ImageColorsTest::rgb)), 1));
    }

    @Test
    void aGrayJpegIsTheSameAsAGrayPng() {
        BufferedImage gray = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        fill(gray.getRaster(), 1, ImageColorsTest::rgb);
        assertClose(
                decode(jpeg(1, ImageColorsTest::rgb)),
                decode(TestImages.encoded("png", gray)).values());
    }

    @Test
    void sixteenBitsAColorAreTheSameAsEight() {
        WritableRaster samples =
                Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, ImageSet.CHANNELS, null);
        fill(samples, ImageSet.CHANNELS, (x, y, channel) -> rgb(x, y, channel) << 8 | 0x9b);
        assertThat(decode(written("png", samples)).values())
                .isEqualTo(decode(png()).values());
    }

    @Test
    void aColorProfileChangesNoPixelOfAJpeg() {
        byte[] jpeg = withAdobe(jpeg(3, ImageColorsTest::rgb), 0);
        byte[] content = joined("ICC_PROFILE\0\1\1", PROFILE);
        assertThat(decode(withSegment(jpeg, 0xe2, content)).values())
                .isEqualTo(decode(jpeg).values());
    }

    @Test
    void aColorProfileChangesNoPixelOfAPng() {
        byte[] content = joined("made\0\0", deflated(PROFILE));
        assertThat(decode(withChunk(png(), "iCCP", content)).values())
                .isEqualTo(decode(png()).values());
    }

    @Test
    void theRotationThatExifAsksForIsNotDone() {
        byte[] turned = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
        byte[] jpeg = withAdobe(jpeg(3, ImageColorsTest::rgb), 0);
        Picture picture = decode(withSegment(jpeg, 0xe1, joined("Exif\0\0", turned)));
        assertThat(picture.values()).isEqualTo(decode(jpeg).values());
        assertThat(picture.width()).isEqualTo(WIDTH);
    }

    private void assertSame(byte[] jpeg) {
        assertClose(decode(jpeg), decode(png()).values());
    }

    private static void assertClose(Picture picture, byte[] expected) {
        assertThat(IntStream.range(0, expected.length)
                        .map(i -> Math.abs((picture.values()[i] & 0xff) - (expected[i] & 0xff)))
                        .max()
                        .orElseThrow())
                .isLessThanOrEqualTo(ROUNDING);
    }

    private Picture decode(byte[] content) {
        return decoder.decode(new DataFile("image", () -> content));
    }

    private static byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        fill(image.getRaster(), ImageSet.CHANNELS, ImageColorsTest::rgb);
        return TestImages.encoded("png", image);
    }

    private static byte[] jpeg(int components, Samples samples) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, components, null);
        fill(raster, components, samples);
        return written("jpeg", raster);
    }

    private static void fill(WritableRaster raster, int components, Samples samples) {
        for (int i = 0; i < WIDTH * HEIGHT * components; i++) {
            int x = i / components % WIDTH;
            int y = i / components / WIDTH;
            raster.setSample(x, y, i % components, samples.at(x, y, i % components));
        }
    }

    /** The samples as they are, at the best quality. */
    private static byte[] written(String format, WritableRaster samples) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam best = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                best.setCompressionQuality(1);
                writer.write(null, new IIOImage(samples, null, null), best);
            } else {
                writer.write(new BufferedImage(
                        new ComponentColorModel(
                                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1, DataBuffer.TYPE_USHORT),
                        samples,
                        false,
                        null));
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] withAdobe(byte[] jpeg, int transform) {
        return withSegment(jpeg, 0xee, joined("Adobe", new byte[] {0, 100, 0, 0, 0, 0, (byte) transform}));
    }

    /** With a segment behind the first marker. */
    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** With a chunk behind the header. */
    private static byte[] withChunk(byte[] png, String type, byte[] content) {
        int header = 33;
        byte[] checked = joined(type, content);
        CRC32 sum = new CRC32();
        sum.update(checked);
        return ByteBuffer.allocate(png.length + content.length + 12)
                .put(png, 0, header)
                .putInt(content.length)
                .put(checked)
                .putInt((int) sum.getValue())
                .put(png, header, png.length - header)
                .array();
    }

    private static byte[] joined(String name, byte[] content) {
        byte[] start = name.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(start.length + content.length)
                .put(start)
                .put(content)
                .array();
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] room = new byte[content.length + 100];
        byte[] deflated = new byte[deflater.deflate(room)];
        System.arraycopy(room, 0, deflated, 0, deflated.length);
        deflater.end();
        return deflated;
    }
}
