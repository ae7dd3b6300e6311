package org.isdarts.data;

import java.util.Random;

/**
 * What is changed in a training image whenever it is shown, in this order: part, colors, light, and, once it is normalized,
 * a square cut out.
 *
 * @param framing which part of it is shown
 * @param jitter how its colors are changed
 * @param lighting what is added to them
 * @param cutout what is cut out
 */
public record Augmentations(Framing framing, ColorJitter jitter, Lighting lighting, Cutout cutout) {
    /** Where random numbers come from when an image is shown: the same ones whenever it is shown there. */
    @FunctionalInterface
    interface Chances {
        Random of(Draws.Purpose purpose);
    }

    /** Parts alone. */
    public static Augmentations of(Framing framing) {
        return new Augmentations(framing, ColorJitter.NOTHING, Lighting.NOTHING, Cutout.NOTHING);
    }

    /** A view of an image. */
    Picture view(ImageSource images, int image, Chances chances) {
        Picture part = framing.frame(images, image, chances.of(Draws.Purpose.VIEW));
        Picture colored = jitter.apply(part, chances.of(Draws.Purpose.JITTER));
        return lighting.apply(colored, chances.of(Draws.Purpose.LIGHTING));
    }

    /** Changes a normalized view of that size, planar {@code [3,H,W]}, from an offset on. */
    void finish(float[] images, int offset, ImageSize size, Chances chances) {
        cutout.apply(images, offset, size.height(), size.width(), chances.of(Draws.Purpose.CUTOUT));
    }
}
