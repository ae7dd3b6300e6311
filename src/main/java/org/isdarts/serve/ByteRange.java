package org.isdarts.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a {@code Range} header asks for.
 *
 * @param from the first byte
 * @param length how many, 0 if the file has none from there on
 */
record ByteRange(long from, long length) {
    private static final Pattern FROM = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

    /**
     * The part of a file of so many bytes.
     *
     * @return empty where the header is missing or asks in another way; the whole file is the answer then
     */
    static Optional<ByteRange> of(String header, long size) {
        Matcher range = FROM.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(range.group(1));
        long end = range.group(2) == null ? size : Math.min(size, Long.parseLong(range.group(2)) + 1);
        return Optional.of(new ByteRange(from, Math.max(0, end - from)));
    }
}
