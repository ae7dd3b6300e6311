package org.isdarts.kernel.cuda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.isdarts.kernel.BatchNorm;

/**
 * A sum of images, normalized ones among them, and what a ReLU leaves of it.
 *
 * @param cuda what computes it
 * @param images how all of them lie
 * @param summands at most {@link #MOST}
 * @param target overwritten with the sum; 0 where nobody wants it
 * @param rectified overwritten with {@code max(sum, 0)}; 0 where nobody wants it
 */
record Sum(Cuda cuda, Images images, List<Summand> summands, long target, long rectified) implements Call {
    /** Summands at most. */
    static final int MOST = 32;

    /**
     * A factor times images, normalized if there are statistics.
     *
     * @param mean of every channel, or 0
     * @param variance of every channel, or 0
     */
    record Summand(float factor, long images, long mean, long variance) {
        /** Images as they are. */
        Summand(float factor, long images) {
            this(factor, images, 0, 0);
        }

        Summand at(Placement places) {
            return new Summand(factor, places.read(images), places.read(mean), places.read(variance));
        }

        boolean isNormalized() {
            return mean != 0;
        }
    }

    /** Whether it is a batch norm without parameters, and nothing else. */
    boolean isNorm() {
        return summands.size() == 1 && summands.get(0).isNormalized() && rectified == 0;
    }

    /** The same with a norm's input, normalized while it is added, in place of the norm's output. */
    Sum normalizing(Sum norm) {
        Summand inner = norm.summands.get(0);
        List<Summand> replaced = summands.stream()
                .map(outer -> outer.images == norm.target && !outer.isNormalized()
                        ? new Summand(outer.factor * inner.factor, inner.images, inner.mean, inner.variance)
                        : outer)
                .toList();
        return new Sum(cuda, images, replaced, target, rectified);
    }

    /** The same with what a ReLU leaves of it, and without itself if nobody wants it. */
    Sum rectifying(long output, boolean isWanted) {
        return new Sum(cuda, images, summands, isWanted ? target : 0, output);
    }

    @Override
    public void launch() {
        List<Summand> all = new ArrayList<>(summands);
        all.addAll(Collections.nCopies(MOST - all.size(), new Summand(0, 0)));
        float[] factors = new float[MOST];
        for (int i = 0; i < MOST; i++) {
            factors[i] = all.get(i).factor;
        }
        cuda.program()
                .launch(
                        "sumImages",
                        images.grid(),
                        target,
                        rectified,
                        images.argument(),
                        images.groups(),
                        all.stream().mapToLong(Summand::images).toArray(),
                        factors,
                        all.stream().mapToLong(Summand::mean).toArray(),
                        all.stream().mapToLong(Summand::variance).toArray(),
                        (float) BatchNorm.EPSILON,
                        summands.size());
    }

    @Override
    public Sum at(Placement places) {
        List<Summand> moved =
                summands.stream().map(summand -> summand.at(places)).toList();
        return new Sum(cuda, images, moved, places.written(target), places.written(rectified));
    }

    @Override
    public List<Long> read() {
        return Access.places(
                summands.stream().map(summand -> Access.places(summand.images, summand.mean, summand.variance)));
    }

    @Override
    public List<Long> written() {
        return Access.places(target, rectified);
    }
}
