package org.isdarts.data;

import java.util.Random;

/** Which part of a training image is shown, and how large. */
public interface Framing {
    /** A view at the size of all images, drawn at random. */
    Picture frame(ImageSource images, int image, Random random);
}
