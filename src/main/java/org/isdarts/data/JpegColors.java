package org.isdarts.data;

/**
 * Turns the stored components of a JPEG into red, green and blue, as libjpeg does: by their number, by their names, and by
 * what the markers of JFIF and Adobe say. No color profile is applied. Four components are inks; they are stored inverted,
 * as Adobe began it and Pillow takes for granted.
 */
enum JpegColors {
    /** One component, with or without a second one for transparency. */
    GRAY {
        @Override
        void toRgb(int[] pixel) {
            pixel[1] = pixel[0];
            pixel[2] = pixel[0];
        }
    },
    /** Red, green and blue as they are. */
    RGB {
        @Override
        void toRgb(int[] pixel) {}
    },
    /** Luma and two differences of color. */
    YCC {
        @Override
        void toRgb(int[] pixel) {
            int y = pixel[0];
            int blue = pixel[1] - MIDDLE;
            int red = pixel[2] - MIDDLE;
            pixel[0] = clipped(y + ((fixed(1.40200) * red + HALF) >> BITS));
            pixel[1] = clipped(y + ((-fixed(0.34414) * blue + HALF - fixed(0.71414) * red) >> BITS));
            pixel[2] = clipped(y + ((fixed(1.77200) * blue + HALF) >> BITS));
        }
    },
    /** Inverted cyan, magenta, yellow and black. */
    CMYK {
        @Override
        void toRgb(int[] pixel) {
            for (int i = 0; i < ImageSet.CHANNELS; i++) {
                pixel[i] = (pixel[i] * pixel[3] + WHITE / 2) / WHITE;
            }
        }
    },
    /** Luma and two differences of color that stand for inks, and inverted black. */
    YCCK {
        @Override
        void toRgb(int[] pixel) {
            YCC.toRgb(pixel);
            for (int i = 0; i < ImageSet.CHANNELS; i++) {
                pixel[i] = WHITE - pixel[i];
            }
            CMYK.toRgb(pixel);
        }
    };

    private static final int WHITE = 255;
    private static final int MIDDLE = 128;

    /** Fractions are counted in 65,536ths, as libjpeg does, so that the results are the same. */
    private static final int BITS = 16;

    private static final int HALF = 1 << (BITS - 1);

    /** Replaces the components of a pixel, of which there is room for four, by red, green and blue in 0..255. */
    abstract void toRgb(int[] pixel);

    /** Finds out from a file's markers what its components are. */
    static JpegColors of(byte[] file, int components) {
        if (components < 3) {
            return GRAY;
        }
        JpegMarkers markers = JpegMarkers.of(file);
        if (components > 3) {
            return markers.adobeTransform() == 2 ? YCCK : CMYK;
        }
        if (markers.jfif()) {
            return YCC;
        }
        boolean rgb = markers.adobe()
                ? markers.adobeTransform() == 0
                : markers.components().equals("RGB");
        return rgb ? RGB : YCC;
    }

    private static int fixed(double factor) {
        return (int) (factor * (1 << BITS) + 0.5);
    }

    private static int clipped(int value) {
        return Math.max(0, Math.min(WHITE, value));
    }
}
