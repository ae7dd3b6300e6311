package org.isdarts.npy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives of NumPy arrays. */
public final class Npz {
    private static final String SUFFIX = ".npy";
    /** The first moment that an archive can name. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Npz() {}

    /**
     * Reads all arrays of an archive, by name without {@code .npy}, in the archive's order.
     *
     * @param stream the whole archive; not closed
     * @throws IOException if the archive is damaged (every array's checksum is compared) or holds something else
     */
    public static Map<String, NpyArray> read(InputStream stream) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(stream);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            NpyArray array = NpyArray.read(new ByteArrayInputStream(zip.readAllBytes()));
            arrays.put(name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name, array);
        }
        if (arrays.isEmpty()) {
            throw new IOException("no archive of NumPy arrays");
        }
        return arrays;
    }

    /**
     * The bytes of an archive; equal arrays give equal bytes.
     *
     * @param arrays files as {@link NpyArray#write} makes them, by name without {@code .npy}
     */
    public static byte[] write(Map<String, byte[]> arrays) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
                entry.setTimeLocal(EARLIEST);
                zip.putNextEntry(entry);
                zip.write(array.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
