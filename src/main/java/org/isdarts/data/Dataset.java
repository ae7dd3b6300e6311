package org.isdarts.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Images to train on and images to judge by, of the same classes and size.
 *
 * @param name what the dataset is called
 * @param classes names of the classes; a label is an index into them
 * @param train images to train on
 * @param heldOut images never trained on; there may be none
 */
public record Dataset(String name, List<String> classes, ImageSet train, ImageSet heldOut) {
    /** Copies the class names. */
    public Dataset {
        classes = List.copyOf(classes);
        if (train.height() != heldOut.height() || train.width() != heldOut.width()) {
            throw new IllegalArgumentException("training and held-out images differ in size");
        }
    }

    /** SHA-256 in hexadecimal over the classes and both sets' sizes, labels and pixels; the name is left out. */
    public String fingerprint() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
        digest.update((String.join("\n", classes) + "\n\n").getBytes(StandardCharsets.UTF_8));
        train.digest(digest);
        heldOut.digest(digest);
        return HexFormat.of().formatHex(digest.digest());
    }
}
