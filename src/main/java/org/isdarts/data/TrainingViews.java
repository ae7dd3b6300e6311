package org.isdarts.data;

import java.util.Random;

/**
 * How training images are varied: every time one is shown, it is moved and mirrored at random.
 *
 * @param padding black pixels around the image before a crop of its own size is taken; 0 moves nothing; less than its
 *     height and width
 * @param flip whether half of the images are mirrored left to right
 */
public record TrainingViews(int padding, boolean flip) implements Framing {
    /** As in the paper. */
    public static final TrainingViews OF_PAPER =
            new TrainingViews(DataSettings.CROP_PADDING.initial(), DataSettings.FLIP.initial());

    @Override
    public Picture frame(ImageSource images, int image, Random random) {
        Picture whole = images.picture(image);
        byte[] view = new byte[whole.values().length];
        draw(random).apply(whole.values(), whole.height(), whole.width(), view);
        return new Picture(whole.width(), whole.height(), view);
    }

    /** A view; all crops are equally likely. The same numbers are drawn whether images are mirrored or not. */
    Augmentation draw(Random random) {
        int down = random.nextInt(2 * padding + 1) - padding;
        int right = random.nextInt(2 * padding + 1) - padding;
        boolean mirrored = random.nextBoolean();
        return new Augmentation(down, right, flip && mirrored);
    }
}
