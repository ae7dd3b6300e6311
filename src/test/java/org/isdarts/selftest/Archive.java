package org.isdarts.selftest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isdarts.npy.NpyArray;

/** Writes {@code .npz} archives with arrays of any type. */
final class Archive {
    /** Fixed, so that equal arrays give equal bytes. */
    private static final long TIME = 0;

    private Archive() {}

    /** An archive, not compressed, of array files by name without {@code .npy}. */
    static byte[] of(Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
                entry.setTime(TIME);
                zip.putNextEntry(entry);
                zip.write(array.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Compressed as a whole: thousands of small arrays have more in common than each has in itself. */
    static byte[] compressed(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        }
        return bytes.toByteArray();
    }

    /**
     * An array file.
     *
     * @param type as NumPy writes it
     * @param data the numbers, little endian
     */
    static byte[] array(String type, int[] shape, byte[] data) {
        String lengths = Arrays.stream(shape).mapToObj(length -> length + ", ").collect(Collectors.joining());
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + lengths.trim() + "), }\n";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.write(text.length());
        file.write(0);
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(data);
        return file.toByteArray();
    }

    static float[] floats(byte[] file) {
        try {
            return NpyArray.read(new ByteArrayInputStream(file)).floats();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
