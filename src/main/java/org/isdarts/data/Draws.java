package org.isdarts.data;

import java.util.Random;

/**
 * Random numbers that depend only on what they are drawn for (seed, epoch, position, ...), so no order of drawing and
 * no number of threads changes them. {@link Random} because its algorithm is laid down: every machine draws the same.
 */
public final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** What numbers are drawn for; one seed gives unrelated numbers to each. */
    public enum Purpose {
        /** Which images a smaller set has. */
        BALANCED_SUBSET(1),
        /** The order of the images of an epoch. */
        EPOCH_ORDER(2),
        /** Which images are never trained on. */
        TEST(3),
        /** Which images are measured. */
        SAMPLE(4),
        /** What is drawn on an image. */
        SYNTHETIC_IMAGE(5),
        /** How an image is cropped and mirrored. */
        VIEW(6),
        /** Which half of the images an image belongs to. */
        HALF(7),
        /** Order and views of the images that an architecture learns from. */
        VALIDATION(8),
        /** Where architecture weights begin. */
        ARCHITECTURE(9),
        /** What a strategy draws in a step. */
        STRATEGY(10),
        /** Where the square lies that is cut out of an image. */
        CUTOUT(11),
        /** Which paths of a network are dropped. */
        DROP_PATH(12),
        /** How the colors of an image are changed. */
        JITTER(13),
        /** What is added to the colors of an image. */
        LIGHTING(14);

        private final long key;

        Purpose(long key) {
            this.key = key;
        }
    }

    private Draws() {}

    /** The generator for one purpose, and within it for one place such as an epoch and a position. */
    public static Random of(long seed, Purpose purpose, long... place) {
        long state = mix(mix(seed + GOLDEN_GAMMA) + purpose.key);
        for (long part : place) {
            state = mix(state + GOLDEN_GAMMA + part);
        }
        return new Random(state);
    }

    /** A uniformly drawn order of 0 ... count - 1. */
    static int[] permutation(int count, Random random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }

    /** The finaliser of SplitMix64: neighboring states become unrelated ones. */
    private static long mix(long state) {
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
