package org.isdarts.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Kinds of archives, told apart by bytes at their start: those that are read and those that are known by name. */
enum ArchiveKind {
    GZIP(0, "\u001f\u008b"),
    ZIP(0, "PK"),
    TAR(257, "ustar"),
    BZIP2(0, "BZh", "compressed by bzip2"),
    XZ(0, "\u00fd7zXZ", "compressed by xz"),
    ZSTANDARD(0, "(\u00b5/\u00fd", "compressed by Zstandard"),
    SEVEN_ZIP(0, "7z\u00bc\u00af", "a 7z archive"),
    RAR(0, "Rar!", "a RAR archive"),
    NONE(0, "") {
        @Override
        DataException refused(Path path) {
            String what = path.toFile().length() == 0 ? " is an empty file" : " is no archive";
            return new DataException(path + what + GIVE);
        }
    };

    private static final String GIVE = "; give a folder, a .tar.gz, a .tar or a .zip";

    private static final int SEEN = 512;

    private final int at;
    private final String magic;
    private final String words;

    ArchiveKind(int at, String magic) {
        this(at, magic, "");
    }

    ArchiveKind(int at, String magic, String words) {
        this.at = at;
        this.magic = magic;
        this.words = words;
    }

    static ArchiveKind of(Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            String start = new String(stream.readNBytes(SEEN), StandardCharsets.ISO_8859_1);
            return Arrays.stream(values())
                    .filter(kind -> start.startsWith(kind.magic, kind.at))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Why a file of this kind is not read. */
    DataException refused(Path path) {
        return new DataException(path + " is " + words + ", which is not read" + GIVE);
    }
}
