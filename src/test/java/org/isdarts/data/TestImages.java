package org.isdarts.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Image sets in memory, image files, and folders and archives of them. */
final class TestImages {
    private TestImages() {}

    /** Images of 8x8 with all kinds of values; labels 0 ... classes - 1 in turn. */
    static ImageSet set(int count, int classes) {
        int[] labels = new int[count];
        byte[] pixels = new byte[count * 3 * 8 * 8];
        for (int image = 0; image < count; image++) {
            labels[image] = image % classes;
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 31 + i / 97 * 7);
        }
        return new ImageSet(8, 8, labels, pixels);
    }

    /** A file of one color. */
    static byte[] encoded(String format, int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return encoded(format, image);
    }

    static byte[] encoded(String format, BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("cannot write " + format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** An 8x8 PNG of one gray. */
    static byte[] gray(int value) {
        return encoded("png", 8, 8, value << 16 | value << 8 | value);
    }

    /** Files of {@code classes} classes with {@code perClass} images each: class a, b, ...; every image a gray of its own. */
    static Map<String, byte[]> classFolders(String root, int classes, int perClass) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int label = 0; label < classes; label++) {
            for (int i = 0; i < perClass; i++) {
                files.put(root + (char) ('a' + label) + "/" + i + ".png", gray(label * perClass + i));
            }
        }
        return files;
    }

    static Path folder(Path root, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            if (file.getKey().endsWith("/")) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        return root;
    }

    /** An archive; names that end with a slash are folders. */
    static Path tarGz(Path target, Map<String, byte[]> files) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
            for (Map.Entry<String, byte[]> content : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(content.getKey());
                entry.setSize(content.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(content.getValue());
                tar.closeArchiveEntry();
            }
        }
        return target;
    }

    /** An archive; names that end with a slash are folders. */
    static Path zip(Path target, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> content : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(content.getKey()));
                zip.write(content.getValue());
                zip.closeEntry();
            }
        }
        return target;
    }
}
