package org.isdarts.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.isdarts.io.AtomicFile;

/**
 * The copy of a run that lies elsewhere, which grows as that does. What is said of the run there holds of the copy: no process
 * of this machine is missed, and none may resume it. Every method throws an {@link IOException} where the copy cannot be
 * written.
 */
public final class CopiedRun {
    private final Path folder;

    private CopiedRun(Path folder) {
        this.folder = folder;
    }

    /**
     * Begins a copy without a log.
     *
     * @param folder where it is made
     * @param origin where the run lies, for people
     * @param manifest the run's {@code manifest.json}
     */
    public static CopiedRun begin(Path folder, String origin, byte[] manifest) throws IOException {
        Files.createDirectories(folder);
        Origin.write(folder, origin);
        AtomicFile.write(folder.resolve(RunFolder.MANIFEST), manifest);
        return new CopiedRun(folder);
    }

    /** How many bytes it has of the log that a process of the run writes. */
    public long logSize(int claim) throws IOException {
        try {
            return Files.size(LogFile.of(folder, claim).path());
        } catch (NoSuchFileException none) {
            return 0;
        }
    }

    /**
     * Takes more of that log over, of which it keeps whole lines only.
     *
     * @return how many bytes it keeps
     */
    public int append(int claim, byte[] more) throws IOException {
        int whole = more.length;
        while (whole > 0 && more[whole - 1] != '\n') {
            whole--;
        }
        byte[] lines = Arrays.copyOf(more, whole);
        Files.write(LogFile.of(folder, claim).path(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return whole;
    }

    /** Takes over what the run found. */
    public void found(byte[] genotype) throws IOException {
        AtomicFile.write(folder.resolve(RunFolder.GENOTYPE), genotype);
    }

    /** Takes over where the run stands, of which the log has been taken over before. */
    public void stands(Summary summary) throws IOException {
        AtomicFile.write(folder.resolve(RunFolder.SUMMARY), summary.toJson());
    }
}
