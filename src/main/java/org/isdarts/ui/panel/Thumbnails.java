package org.isdarts.ui.panel;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.isdarts.data.Picture;

/** Images of a dataset for the screen. */
public final class Thumbnails {
    private Thumbnails() {}

    /** One image, pixel by pixel. */
    public static Image of(Picture picture) {
        int height = picture.height();
        int width = picture.width();
        int plane = height * width;
        byte[] planar = picture.values();
        int[] argb = new int[plane];
        for (int pixel = 0; pixel < plane; pixel++) {
            argb[pixel] = 0xff000000
                    | ((planar[pixel] & 0xff) << 16)
                    | ((planar[plane + pixel] & 0xff) << 8)
                    | (planar[2 * plane + pixel] & 0xff);
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }
}
