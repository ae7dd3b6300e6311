package org.isdarts.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Images to train on and images to judge by, of the same classes and size.
 *
 * @param name what the dataset is called
 * @param classes names of the classes; a label is an index into them
 * @param train images to train on
 * @param test images never trained on; there may be none
 * @param samples some training images as they were found beside what became of them, one of every class while there are
 *     not more than {@value #MOST_SAMPLES}; none where all images had one size before
 * @param notices what was left out, one line each; usually none
 */
public record Dataset(
        String name,
        List<String> classes,
        ImageSource train,
        ImageSource test,
        List<Sample> samples,
        List<String> notices) {
    /** How many samples there are at most. */
    public static final int MOST_SAMPLES = 12;

    /** Copies the lists. */
    public Dataset {
        classes = List.copyOf(classes);
        samples = List.copyOf(samples);
        notices = List.copyOf(notices);
        if (train.height() != test.height() || train.width() != test.width()) {
            throw new IllegalArgumentException("training and test images differ in size");
        }
    }

    /** Images that need no samples. */
    Dataset(String name, List<String> classes, ImageSource train, ImageSource test) {
        this(name, classes, train, test, List.of(), List.of());
    }

    /** This dataset with further notices. */
    Dataset with(List<String> further) {
        List<String> told = Stream.concat(notices.stream(), further.stream()).toList();
        return new Dataset(name, classes, train, test, samples, told);
    }

    /** These images at the size chosen, or, where none was chosen, as they are. */
    Dataset sized(ImageSizing sizing) {
        ImageSource sized = train.sized(sizing);
        if (sized == train) {
            return this;
        }
        List<Sample> before = IntStream.range(0, Math.min(MOST_SAMPLES, train.count()))
                .mapToObj(image -> Sample.of("image " + image, train.label(image), train.picture(image), sizing))
                .toList();
        return new Dataset(name, classes, sized, test.sized(sizing), before, notices);
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
        test.digest(digest);
        return HexFormat.of().formatHex(digest.digest());
    }
}
