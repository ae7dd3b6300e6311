package org.isdarts.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Archives of NumPy arrays. */
public final class Npz {
    private static final String SUFFIX = ".npy";

    private Npz() {}

    /**
     * Reads all arrays of an archive, by name without {@code .npy}, in the archive's order.
     *
     * @throws IOException if the file is missing, damaged or holds something else
     */
    public static Map<String, NpyArray> read(Path file) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream stream = zip.getInputStream(entry)) {
                    String name = entry.getName();
                    arrays.put(
                            name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name,
                            NpyArray.read(stream));
                }
            }
        }
        return arrays;
    }
}
