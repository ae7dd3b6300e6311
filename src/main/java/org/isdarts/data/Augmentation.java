package org.isdarts.data;

/**
 * A view of an image: a crop of the image's own size out of the image framed with black pixels, mirrored left to right
 * or not.
 *
 * @param down rows the crop lies below the unmoved image; at most its height either way
 * @param right columns the crop lies right of the unmoved image; at most its width either way
 * @param mirrored whether left and right change places afterwards
 */
record Augmentation(int down, int right, boolean mirrored) {
    /**
     * Shows one image this way.
     *
     * @param source the image, planar {@code [3,H,W]}
     * @param target receives the view, planar {@code [3,H,W]}; all values are written
     */
    void apply(byte[] source, int height, int width, byte[] target) {
        int rows = ImageSet.CHANNELS * height;
        for (int row = 0; row < rows; row++) {
            int line = row % height + down;
            int start = row * width;
            if (line < 0 || line >= height) {
                black(target, start, start + width);
            } else {
                moveRow(source, start + down * width, target, start, width);
                if (mirrored) {
                    mirror(target, start, start + width - 1);
                }
            }
        }
    }

    private void moveRow(byte[] source, int from, byte[] target, int to, int width) {
        int blackLeft = Math.max(0, -right);
        int blackRight = Math.max(0, right);
        black(target, to, to + blackLeft);
        System.arraycopy(source, from + blackRight, target, to + blackLeft, width - blackLeft - blackRight);
        black(target, to + width - blackRight, to + width);
    }

    private static void black(byte[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            target[i] = 0;
        }
    }

    private static void mirror(byte[] target, int first, int last) {
        for (int left = first, right = last; left < right; left++, right--) {
            byte value = target[left];
            target[left] = target[right];
            target[right] = value;
        }
    }
}
