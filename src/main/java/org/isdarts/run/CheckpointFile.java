package org.isdarts.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.isdarts.io.AtomicFile;
import org.isdarts.npy.NpyArray;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.EpochProgress;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/**
 * Checkpoints as zip archives named {@code checkpoint-EPOCH-STEP.zip}: {@code state.json} and every tensor as a
 * {@code .npy} file. Equal states give equal bytes of every entry.
 */
final class CheckpointFile {
    private static final String STATE = "state.json";
    private static final String TENSORS = "tensors/";
    private static final String STRATEGY = "strategy/";
    private static final String NPY = ".npy";
    private static final int KEPT = 2;

    private CheckpointFile() {}

    /** Everything of a checkpoint but its tensors. */
    private record State(
            int schema,
            int epoch,
            int step,
            Map<CellType, Mask> masks,
            EpochProgress progress,
            double seconds,
            List<String> tensors,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> strategy) {
        /** A strategy without numbers of its own leaves no trace. */
        State {
            strategy = strategy == null ? List.of() : strategy;
        }
    }

    /** Writes a checkpoint into a folder and removes all but the newest two. Returns its file name. */
    static String write(Path folder, Checkpoint checkpoint) throws IOException {
        String name = String.format(Locale.ROOT, "checkpoint-%04d-%06d.zip", checkpoint.epoch(), checkpoint.step());
        AtomicFile.write(folder.resolve(name), stream -> {
            ZipOutputStream zip = new ZipOutputStream(stream);
            // Weights hardly compress, and training waits meanwhile.
            zip.setLevel(Deflater.NO_COMPRESSION);
            State state = new State(
                    Manifest.SCHEMA,
                    checkpoint.epoch(),
                    checkpoint.step(),
                    checkpoint.masks(),
                    checkpoint.progress(),
                    checkpoint.seconds(),
                    List.copyOf(checkpoint.tensors().keySet()),
                    List.copyOf(checkpoint.strategy().numbers().keySet()));
            put(zip, STATE, RunJson.MAPPER.writeValueAsBytes(state));
            for (Map.Entry<String, Checkpoint.Array> tensor :
                    checkpoint.tensors().entrySet()) {
                Checkpoint.Array array = tensor.getValue();
                put(zip, TENSORS + tensor.getKey() + NPY, NpyArray.write(array.shape(), array.values()));
            }
            for (Map.Entry<String, double[]> numbers :
                    checkpoint.strategy().numbers().entrySet()) {
                int[] shape = {numbers.getValue().length};
                put(zip, STRATEGY + numbers.getKey() + NPY, NpyArray.write(shape, numbers.getValue()));
            }
            zip.finish();
        });
        List<Path> all = newestFirst(folder);
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
        return name;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** All checkpoints of a folder, the one that has gone furthest first. */
    static List<Path> newestFirst(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().matches("checkpoint-\\d{4,}-\\d{6,}\\.zip"))
                            .sorted(Comparator.comparing(
                                            (Path file) -> file.getFileName().toString())
                                    .reversed())
                            .toList());
        }
    }

    /**
     * Reads a checkpoint.
     *
     * @throws IOException if the file is damaged
     */
    static Checkpoint read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            State state = RunJson.MAPPER.readValue(bytes(zip, STATE), State.class);
            Map<String, Checkpoint.Array> tensors = new LinkedHashMap<>();
            for (String name : state.tensors()) {
                NpyArray array = NpyArray.read(new ByteArrayInputStream(bytes(zip, TENSORS + name + NPY)));
                tensors.put(name, new Checkpoint.Array(array.shape(), array.floats()));
            }
            Map<String, double[]> numbers = new LinkedHashMap<>();
            for (String name : state.strategy()) {
                InputStream array = new ByteArrayInputStream(bytes(zip, STRATEGY + name + NPY));
                numbers.put(name, NpyArray.read(array).values());
            }
            return new Checkpoint(
                    state.epoch(),
                    state.step(),
                    state.masks(),
                    state.progress(),
                    state.seconds(),
                    tensors,
                    new org.isdarts.strategy.State(numbers));
        }
    }

    /** The bytes of an entry, compared with its checksum, which the archive reader does not do by itself. */
    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] bytes = stream.readAllBytes();
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            if (checksum.getValue() != entry.getCrc()) {
                throw new IOException("the checksum of " + name + " is wrong");
            }
            return bytes;
        }
    }
}
