package org.isdarts.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.isdarts.event.RunEvent;
import org.isdarts.space.CellType;

/**
 * What a finished search ended in, short enough to be kept.
 *
 * @param masks of every cell type, a letter for a candidate: {@code x} where it is kept
 * @param tensors SHA-256 of names and bits of all weights, velocities and running statistics
 */
record SearchDigest(String genotype, Map<CellType, String> masks, String tensors) {
    static SearchDigest of(RecordingJournal journal) {
        Checkpoint last = journal.last();
        Map<CellType, String> masks = new TreeMap<>();
        last.masks().forEach((type, mask) -> {
            StringBuilder letters = new StringBuilder();
            for (int edge = 0; edge < mask.edges(); edge++) {
                for (int operation = 0; operation < mask.operations(); operation++) {
                    letters.append(mask.keeps(edge, operation) ? 'x' : '.');
                }
            }
            masks.put(type, letters.toString());
        });
        String genotype = journal.of(RunEvent.Finished.class).get(0).genotype();
        return new SearchDigest(genotype, masks, digest(last.tensors()));
    }

    private static String digest(Map<String, Checkpoint.Array> tensors) {
        MessageDigest digest = sha256();
        new TreeMap<>(tensors).forEach((name, array) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.allocate(Float.BYTES * array.values().length);
            bits.asFloatBuffer().put(array.values());
            digest.update(bits);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
