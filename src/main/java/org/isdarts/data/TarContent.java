package org.isdarts.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of a tar archive. They are kept in memory, because such an archive can only be read from front to back. */
final class TarContent {
    private final Path path;
    private final TarArchiveInputStream tar;
    private final Links links = new Links();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private long left = Runtime.getRuntime().maxMemory() / 2;

    TarContent(Path path, InputStream stream) {
        this.path = path;
        // Keeps every byte of a name, which is decoded below. Otherwise the locale would decide what it means.
        this.tar = new TarArchiveInputStream(stream, StandardCharsets.ISO_8859_1.name());
    }

    /** Reads the archive and lists what is in it. The stream stays open. */
    void addTo(FileTree tree) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String name = decoded(entry.getName());
            if (entry.isDirectory()) {
                tree.addFolder(name);
            } else if (entry.isLink()) {
                links.addHard(name, decoded(entry.getLinkName()));
                tree.add(name, new DataFile(description(name), () -> content(name)));
            } else if (entry.isSymbolicLink()) {
                links.addSymbolic(name, decoded(entry.getLinkName()));
                tree.add(name, new DataFile(description(name), () -> content(name)));
            } else if (entry.isFile()) {
                if (FileTree.isRead(name)) {
                    contents.put(Links.normal(name), read(entry));
                }
                tree.add(name, new DataFile(description(name), () -> content(name)));
            }
        }
    }

    /** A name in UTF-8, where it is; one in Latin-1, or one of a PAX header, which is decoded already, as it is. */
    private static String decoded(String bytes) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(bytes)) {
            return bytes;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return bytes;
        }
    }

    private byte[] read(TarArchiveEntry entry) throws IOException {
        String description = description(decoded(entry.getName()));
        if (entry.getSize() > left) {
            throw new DataException(description + " does not fit into Java's memory any more with "
                    + entry.getSize() / 1_000_000 + " MB; unpack the archive and give the folder");
        }
        left -= entry.getSize();
        return FileLimits.read(description, entry.getSize(), tar);
    }

    private byte[] content(String name) {
        byte[] content = contents.get(links.target(name));
        if (content == null) {
            throw new DamagedException(description(name), "is a link to an image that is not there", null);
        }
        return content;
    }

    private String description(String name) {
        return name + " in " + path;
    }
}
