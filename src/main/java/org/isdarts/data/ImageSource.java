package org.isdarts.data;

import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Labeled color images of one size, wherever they are kept. For any number of threads. */
public interface ImageSource {
    /** Number of images, N. */
    int count();

    /** Height of every image in pixels, H. */
    int height();

    /** Width of every image in pixels, W. */
    int width();

    /** The class of an image, an index from 0 into the dataset's classes. */
    int label(int image);

    /** An image at the size of all, {@code [3,H,W]}. */
    Picture picture(int image);

    /** An image as large as it is kept; random crops are cut out of it. */
    Picture original(int image);

    /** What is done to the values of these images before a network sees them. */
    Normalization normalization();

    /** Some of the images, in that order. */
    ImageSource chosen(int[] images);

    /** These images at the size chosen, or, where none was chosen, as they are. */
    ImageSource sized(ImageSizing sizing);

    /** Adds what tells these images from others to a digest. */
    void digest(MessageDigest digest);

    /** An image's values, planar {@code [3,H,W]}. */
    default byte[] pixels(int image) {
        return picture(image).values();
    }

    /** Width and height of every image. */
    default ImageSize size() {
        return new ImageSize(width(), height());
    }

    /** Values of one image, 3 x H x W. */
    default int valuesPerImage() {
        return ImageSet.CHANNELS * height() * width();
    }

    /**
     * A subset with equally many images of every class, as far as they go: a class with fewer gives all it has, and the
     * others make up for it. Where that does not come out even, the first classes have one more. The images are drawn by
     * the seed and keep their order.
     *
     * @param count images of the subset, at most as many as there are
     * @param classes number of classes; labels are below it
     */
    default ImageSource balanced(int count, int classes, long seed) {
        return chosen(Subsets.balanced(this, count, classes, seed));
    }

    /**
     * Two disjoint sets of equal size that share out these images, as balanced as the classes allow; of an odd number one
     * is left out. Which image is where is drawn by the seed.
     */
    default List<ImageSource> halves(long seed) {
        int[] byClass = IntStream.of(Draws.permutation(count(), Draws.of(seed, Draws.Purpose.HALF)))
                .boxed()
                .sorted(Comparator.comparing(this::label))
                .mapToInt(Integer::intValue)
                .toArray();
        return List.of(chosen(Subsets.everySecond(byClass, 0)), chosen(Subsets.everySecond(byClass, 1)));
    }
}
