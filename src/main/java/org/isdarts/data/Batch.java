package org.isdarts.data;

/**
 * Images that pass through the net together.
 *
 * @param images normalized, planar {@code [N,3,H,W]}
 * @param labels the images' classes, N of them
 */
public record Batch(float[] images, int[] labels) {
    /** Number of images, N. */
    public int count() {
        return labels.length;
    }
}
