package org.isdarts.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The tensors that a run has saved. */
public final class TensorsOfRun {
    private TensorsOfRun() {}

    /** A number for the bytes of each tensor of the newest checkpoint. */
    public static Map<String, Integer> newest(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            Path newest = files.filter(file -> file.getFileName().toString().startsWith("checkpoint-"))
                    .max(Path::compareTo)
                    .orElseThrow();
            Map<String, Integer> hashes = new TreeMap<>();
            try (ZipFile zip = new ZipFile(newest.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        hashes.put(entry.getName(), Arrays.hashCode(bytes.readAllBytes()));
                    }
                }
            }
            hashes.keySet().removeIf(name -> !name.startsWith("tensors/"));
            return hashes;
        }
    }
}
