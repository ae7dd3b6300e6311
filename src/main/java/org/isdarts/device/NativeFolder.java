package org.isdarts.device;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where native libraries are unpacked before they are loaded. Those of JNA (and so OSHI's), JavaCPP (oneDNN's and
 * ND4J's) and JavaFX go into one folder: the first that can be written to and lets programs run.
 */
public final class NativeFolder {
    /** The properties by which those libraries learn of it. */
    private static final List<String> PROPERTIES =
            List.of("jna.tmpdir", "org.bytedeco.javacpp.cachedir", "javafx.cachedir");

    /** What all of them take up when unpacked, 541 MB on Linux, rounded up. */
    private static final long NEEDED_MEGABYTES = 600;

    private static final int PROBE_BYTES = 1 << 12;

    private static final int MEGABYTE = 1 << 20;

    private final List<Path> places;

    NativeFolder(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /** In this user's home, else among temporary files. */
    public static NativeFolder ofThisUser() {
        Path temporary = Path.of("isdarts-" + System.getProperty("user.name"), "native");
        List<Path> places = new ArrayList<>(List.of(
                Path.of(System.getProperty("user.home"), ".isdarts", "native"),
                Path.of(System.getProperty("java.io.tmpdir")).resolve(temporary)));
        Optional.ofNullable(System.getenv("TMPDIR"))
                .map(folder -> Path.of(folder).resolve(temporary))
                .filter(folder -> !places.contains(folder))
                .ifPresent(places::add);
        return new NativeFolder(places);
    }

    /**
     * Has this process unpack there, but for what the user's own properties say; to be called before any native library
     * is loaded. Where no folder will do, {@link #obstacle} tells it once it matters.
     *
     * @return whether there is such a folder
     */
    public boolean use() {
        Optional<Path> usable =
                places.stream().filter(place -> fault(place).isEmpty()).findFirst();
        usable.ifPresent(NativeFolder::use);
        return usable.isPresent();
    }

    private static void use(Path folder) {
        for (String property : PROPERTIES) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, folder.toString());
            }
        }
    }

    /** Why native libraries cannot be unpacked, and what helps, on one line; empty if they can be. */
    public Optional<String> obstacle() {
        List<String> faults = places.stream()
                .map(place -> fault(place).or(() -> lackOfRoom(place)).map(fault -> place + " (" + fault + ")"))
                .flatMap(Optional::stream)
                .toList();
        return faults.size() < places.size()
                ? Optional.empty()
                : Optional.of("native libraries cannot be unpacked into " + String.join(" or ", faults)
                        + "; set TMPDIR to a folder with " + NEEDED_MEGABYTES
                        + " MB free that programs may be run from");
    }

    /** What keeps a library from being written there or from being run there. */
    private static Optional<String> fault(Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", ".tmp");
            try {
                Files.write(probe, new byte[PROBE_BYTES]);
                // Asked of a file system that is mounted noexec, this says no whatever the file's own permissions are.
                boolean runs = probe.toFile().setExecutable(true) && Files.isExecutable(probe);
                return runs ? Optional.empty() : Optional.of("does not let programs run from it");
            } finally {
                Files.delete(probe);
            }
        } catch (IOException unwritable) {
            return Optional.of("cannot be written to" + reason(unwritable));
        }
    }

    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException told ? told.getReason() : failure.getMessage();
        return reason == null ? "" : ": " + reason;
    }

    private static Optional<String> lackOfRoom(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            return free < NEEDED_MEGABYTES ? Optional.of("only " + free + " MB free") : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
