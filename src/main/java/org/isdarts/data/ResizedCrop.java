package org.isdarts.data;

import java.util.Random;

/**
 * Shows a part of an image, of random size, proportions and place, scaled to the size of all images and mirrored or not, as
 * torchvision's {@code RandomResizedCrop} and {@code RandomHorizontalFlip} do: its area is drawn uniformly from a share of the
 * image's up to all of it, and the logarithm of width / height uniformly between those of 3/4 and 4/3. A part that the image
 * does not hold is drawn again; after {@value #TRIES} tries it is the largest one in the middle whose proportions are allowed.
 *
 * @param leastArea the smallest share of the image's area, above 0 and at most 1; 0.08 is usual for ImageNet
 * @param flip whether half of the views are mirrored left to right
 */
public record ResizedCrop(double leastArea, boolean flip) implements Framing {
    private static final double NARROWEST = 3.0 / 4;
    private static final double WIDEST = 4.0 / 3;
    private static final int TRIES = 10;

    /** A part of an image, in pixels. */
    record Box(int left, int top, int width, int height) {}

    @Override
    public Picture frame(ImageSource images, int image, Random random) {
        Picture original = images.original(image);
        Box box = draw(original.size(), random);
        Picture view = original.part(box).scaled(box.width(), box.height(), images.size());
        return random.nextBoolean() && flip ? view.mirrored() : view;
    }

    /** A part of an image of that size. */
    Box draw(ImageSize image, Random random) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double area = image.pixels() * between(leastArea, 1, random);
            double proportion = StrictMath.exp(between(StrictMath.log(NARROWEST), StrictMath.log(WIDEST), random));
            int width = (int) Math.round(Math.sqrt(area * proportion));
            int height = (int) Math.round(Math.sqrt(area / proportion));
            if (width > 0 && width <= image.width() && height > 0 && height <= image.height()) {
                int top = random.nextInt(image.height() - height + 1);
                return new Box(random.nextInt(image.width() - width + 1), top, width, height);
            }
        }
        return middle(image);
    }

    private static double between(double least, double most, Random random) {
        return least + (most - least) * random.nextDouble();
    }

    private static Box middle(ImageSize image) {
        int width = (int) Math.min(image.width(), Math.max(1, Math.round(image.height() * WIDEST)));
        int height = (int) Math.min(image.height(), Math.max(1, Math.round(image.width() / NARROWEST)));
        return new Box((image.width() - width) / 2, (image.height() - height) / 2, width, height);
    }
}
