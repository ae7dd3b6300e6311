package org.isdarts.kernel.cuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A compiler that keeps what another one made in a folder, and takes it from there the next time. */
final class CubinCache implements Compiler {
    private final Compiler compiler;
    private final Path folder;

    CubinCache(Compiler compiler, Path folder) {
        this.compiler = compiler;
        this.folder = folder;
    }

    @Override
    public String version() {
        return compiler.version();
    }

    @Override
    public int oldestCuda() {
        return compiler.oldestCuda();
    }

    @Override
    public byte[] compile(String source, List<String> definitions, int capability) {
        Path file = folder.resolve(file(version(), source, definitions, capability));
        try {
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
        } catch (IOException unreadable) {
            return compiler.compile(source, definitions, capability);
        }
        byte[] code = compiler.compile(source, definitions, capability);
        keep(code, file);
        return code;
    }

    /** The name of the file with the code that a version of the compiler makes. */
    static String file(String version, String source, List<String> definitions, int capability) {
        String all = String.join("\n", version, String.valueOf(capability), definitions.toString(), source);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + ".cubin";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Another process sees the whole file or none. */
    private void keep(byte[] code, Path file) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "part", ".tmp");
            Files.write(part, code);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            // Compiled again the next time, which costs seconds only.
            return;
        }
    }
}
