package org.isdarts.data;

import java.nio.charset.StandardCharsets;

/**
 * What a JPEG's markers say of its colors.
 *
 * @param jfif whether it calls itself JFIF
 * @param adobeTransform the transform in Adobe's marker: 0 none, 1 YCC, 2 YCCK; below 0 where there is no such marker
 * @param components the names of its components as characters
 */
record JpegMarkers(boolean jfif, int adobeTransform, String components) {
    private static final int APP0 = 0xe0;
    private static final int APP14 = 0xee;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int SCAN = 0xda;

    /** Whether there is Adobe's marker. */
    boolean adobe() {
        return adobeTransform >= 0;
    }

    /** Reads the markers before the first scan, as far as they are whole. */
    static JpegMarkers of(byte[] file) {
        boolean jfif = false;
        int transform = -1;
        String components = "";
        int at = 2;
        while (at + 4 <= file.length && unsigned(file, at) == 0xff) {
            int marker = unsigned(file, at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            int size = unsigned(file, at + 2) << 8 | unsigned(file, at + 3);
            int content = at + 4;
            if (marker == SCAN || at + 2 + size > file.length) {
                break;
            } else if (marker == APP0) {
                jfif |= startsWith(file, content, "JFIF");
            } else if (marker == APP14 && size >= 14 && startsWith(file, content, "Adobe")) {
                transform = unsigned(file, content + 11);
            } else if (isFrame(marker)) {
                components = components(file, content);
            }
            at += 2 + size;
        }
        return new JpegMarkers(jfif, transform, components);
    }

    /** Among the frames' numbers are those of the tables of Huffman (C4) and arithmetic coding (CC), and a reserved one (C8). */
    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME && marker <= LAST_FRAME && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static String components(byte[] file, int frame) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < unsigned(file, frame + 5); i++) {
            names.append((char) unsigned(file, frame + 6 + 3 * i));
        }
        return names.toString();
    }

    private static boolean startsWith(byte[] file, int at, String text) {
        return new String(file, at, Math.min(text.length(), file.length - at), StandardCharsets.ISO_8859_1)
                .equals(text);
    }

    private static int unsigned(byte[] file, int at) {
        return at < file.length ? file[at] & 0xff : 0;
    }
}
