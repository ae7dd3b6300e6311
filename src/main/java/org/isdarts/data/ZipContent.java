package org.isdarts.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files of a zip archive, which are read when asked for. */
final class ZipContent implements Closeable {
    /** What names are written in that are not UTF-8. */
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private final Path path;
    private final ZipFile zip;
    private final Links links = new Links();
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

    private ZipContent(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    static ZipContent open(Path path) throws IOException {
        return new ZipContent(path, ZipFile.builder().setPath(path).get());
    }

    /** Lists what is in the archive. */
    void addTo(FileTree tree) throws IOException {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = name(entry);
            if (name.endsWith("/")) {
                tree.addFolder(name);
                continue;
            }
            if (entry.isUnixSymlink()) {
                links.addSymbolic(name, zip.getUnixSymlink(entry));
            } else {
                entries.put(Links.normal(name), entry);
            }
            tree.add(name, new DataFile(name + " in " + path, () -> content(name)));
        }
    }

    /** Some programs of Windows separate names by backslashes, and many leave out the mark of names in UTF-8. */
    private static String name(ZipArchiveEntry entry) {
        boolean told = entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
        return (told ? entry.getName() : decoded(entry.getRawName())).replace('\\', '/');
    }

    private static String decoded(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(name, OLD_NAMES);
        }
    }

    private byte[] content(String name) throws IOException {
        String description = name + " in " + path;
        ZipArchiveEntry entry = entries.get(links.target(name));
        if (entry == null) {
            throw new DamagedException(description, "is a link to a file that is not there", null);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new DamagedException(description, "needs a password", null);
        }
        if (!zip.canReadEntryData(entry)) {
            throw new DamagedException(description, "is compressed in a way that is not read", null);
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] content = FileLimits.read(description, entry.getSize(), stream);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            if (checksum.getValue() != entry.getCrc()) {
                throw new ZipException("its checksum is wrong; copy or download the archive again");
            }
            return content;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
