package org.isdarts.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files whatever encoding the program had that wrote them. */
public final class TextFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MEBIBYTE = 1 << 20;

    private TextFile() {}

    /**
     * The text of a file: UTF-8 or UTF-16 by its byte-order mark, without a mark UTF-8, and Windows-1252 if it is not
     * valid UTF-8.
     *
     * @param mebibytes largest size that is read
     * @throws IOException if the file cannot be read, is larger, or holds bytes of zero as only binary files do; the
     *     message of the last two says so
     */
    public static String read(Path file, int mebibytes) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(mebibytes * MEBIBYTE + 1);
        }
        if (bytes.length > mebibytes * MEBIBYTE) {
            throw new IOException("it is larger than " + mebibytes + " MB");
        }
        String text = decoded(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new IOException("it is a binary file");
        }
        return text;
    }

    private static String decoded(byte[] bytes) {
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF))) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
