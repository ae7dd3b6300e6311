package org.isdarts.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.isdarts.npy.NpyArray;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.EpochProgress;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/**
 * Checkpoints as zip archives named {@code checkpoint-EPOCH-STEP.zip}, those of the process that claimed the run
 * as number N, from 2 on, {@code checkpoint-EPOCH-STEP-cN.zip}: {@code state.json} and every tensor as a {@code .npy} file. Equal states give equal bytes of every entry.
 */
final class CheckpointFile {
    private static final String STATE = "state.json";
    private static final String TENSORS = "tensors/";
    private static final String STRATEGY = "strategy/";
    private static final String NPY = ".npy";
    private static final int KEPT = 2;
    private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{4,}-\\d{6,})(?:-c(\\d{1,9}))?\\.zip");

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

    /**
     * Writes a checkpoint into a run folder and removes all but the newest two of this process and those before it.
     * Returns its file name.
     */
    static String write(Path folder, Claim claim, Checkpoint checkpoint) throws IOException {
        String position = String.format(Locale.ROOT, "%04d-%06d", checkpoint.epoch(), checkpoint.step());
        String name = name(position, claim.number());
        claim.write(name, stream -> write(checkpoint, stream));
        removeOld(folder, claim);
        return name;
    }

    /** Keeps a copy of a checkpoint under the name that this process gives it, and returns the name. */
    static String adopt(Path file, Claim claim) throws IOException {
        String name = name(part(file, "$1"), claim.number());
        claim.write(name, stream -> Files.copy(file, stream));
        return name;
    }

    private static String part(Path file, String group) {
        return NAME.matcher(file.getFileName().toString()).replaceFirst(group);
    }

    private static String name(String position, int claim) {
        return "checkpoint-" + position + (claim == 1 ? "" : "-c" + claim) + ".zip";
    }

    private static void write(Checkpoint checkpoint, OutputStream stream) throws IOException {
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
        for (Map.Entry<String, Checkpoint.Array> tensor : checkpoint.tensors().entrySet()) {
            Checkpoint.Array array = tensor.getValue();
            put(zip, TENSORS + tensor.getKey() + NPY, NpyArray.write(array.shape(), array.values()));
        }
        for (Map.Entry<String, double[]> numbers :
                checkpoint.strategy().numbers().entrySet()) {
            int[] shape = {numbers.getValue().length};
            put(zip, STRATEGY + numbers.getKey() + NPY, NpyArray.write(shape, numbers.getValue()));
        }
        zip.finish();
    }

    private static void removeOld(Path folder, Claim claim) throws IOException {
        List<Path> mine = newestFirst(folder).stream()
                .filter(file -> claimOf(file) <= claim.number())
                .toList();
        for (Path old : mine.subList(Math.min(KEPT, mine.size()), mine.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** Number of the process that wrote a checkpoint. */
    static int claimOf(Path file) {
        String claim = part(file, "$2");
        return claim.isEmpty() ? 1 : Integer.parseInt(claim);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** All checkpoints of a folder, those of the latest process first, and of these the one that has gone furthest. */
    static List<Path> newestFirst(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparingInt(CheckpointFile::claimOf)
                            .thenComparing(file -> file.getFileName().toString())
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
