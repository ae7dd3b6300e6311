package org.isdarts.npy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Archives of NumPy arrays. */
public final class Npz {
    private static final String SUFFIX = ".npy";

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
}
