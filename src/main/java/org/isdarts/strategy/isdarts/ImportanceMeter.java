package org.isdarts.strategy.isdarts;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.isdarts.kernel.ChannelSpread;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Supernet;
import org.isdarts.network.Tap;
import org.isdarts.network.TapListener;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/**
 * Measures the importance of every kept operation of a supernet, both ways, image by image.
 *
 * <p>Both follow from how far the channels of an operation's output lie apart ({@link ChannelSpread}): Fisher is told so
 * there, IIM (Eq. 11) is the variance. Both are averaged over the cells of a type and over the images. {@code none} has no
 * variance anywhere.
 */
public final class ImportanceMeter implements TapListener {
    private final Supernet net;
    private final int capacity;
    private final Map<CellType, Integer> cells = new EnumMap<>(CellType.class);
    private final Map<CellType, Map<Candidate, Series>> series = new EnumMap<>(CellType.class);
    private int measured;

    /** The values of one operation, image by image, averaged over the cells of its type. */
    private static final class Series {
        final double[] fisher;
        final double[] iim;

        Series(int images) {
            fisher = new double[images];
            iim = new double[images];
        }

        double[] of(Score score) {
            if (score.equals(IsDartsScores.FISHER)) {
                return fisher;
            } else if (score.equals(IsDartsScores.IIM)) {
                return iim;
            }
            throw new IllegalArgumentException("IS-DARTS measures no " + score);
        }
    }

    /**
     * @param net the net to measure
     * @param capacity how many images will be measured in all
     */
    public ImportanceMeter(Supernet net, int capacity) {
        this.net = net;
        this.capacity = capacity;
        SearchSpace space = net.space();
        for (CellType type : space.cellTypes()) {
            long count = space
                    .macroNet()
                    .blocks(net.size().channels(), net.size().cells())
                    .stream()
                    .filter(block -> block.cellType() == type)
                    .count();
            cells.put(type, (int) count);
            Map<Candidate, Series> ofType = new HashMap<>();
            for (Candidate candidate : net.masks().get(type).keptCandidates()) {
                ofType.put(candidate, new Series(capacity));
            }
            series.put(type, ofType);
        }
    }

    /**
     * Measures a batch.
     *
     * @param images normalized images {@code [N,3,H,W]}
     * @param count N
     */
    public void add(float[] images, int count) {
        if (measured + count > capacity) {
            throw new IllegalArgumentException("room for " + capacity + " images, not for " + (measured + count));
        }
        for (CellType type : net.space().cellTypes()) {
            series.get(type).forEach((candidate, values) -> {
                boolean silent = net.space().operations().get(candidate.operation()) == Operation.NONE;
                if (silent) {
                    Arrays.fill(values.fisher, measured, measured + count, Double.POSITIVE_INFINITY);
                }
            });
        }
        net.measure(images, count, this);
        measured += count;
    }

    @Override
    public void output(Tap tap, Tensor tensor) {
        ChannelSpread spread = net.channelSpread(tensor);
        Series values = series.get(tap.cellType()).get(tap.candidate());
        double share = 1.0 / cells.get(tap.cellType());
        for (int image = 0; image < spread.fisher().length; image++) {
            values.fisher[measured + image] += share * spread.fisher()[image];
            values.iim[measured + image] += share * spread.variance()[image];
        }
    }

    /**
     * The importance averaged over all images measured so far.
     *
     * @return {@code [edge][operation]}; NaN where the operation is discarded
     */
    public double[][] values(CellType type, Score score) {
        double[][] values =
                new double[net.space().edges().size()][net.space().operations().size()];
        for (double[] edge : values) {
            Arrays.fill(edge, Double.NaN);
        }
        series.get(type)
                .forEach((candidate, ofCandidate) ->
                        values[candidate.edge()][candidate.operation()] = mean(ofCandidate.of(score), measured));
        return values;
    }

    /**
     * The running means at some numbers of images.
     *
     * @param counts ascending numbers of images, at most as many as were measured
     * @return {@code [edge][operation][i]} the mean over the first {@code counts[i]} images; an empty innermost array
     *     where the operation is discarded
     */
    public float[][][] running(CellType type, Score score, int[] counts) {
        float[][][] running =
                new float[net.space().edges().size()][net.space().operations().size()][0];
        series.get(type).forEach((candidate, ofCandidate) -> {
            float[] means = new float[counts.length];
            double[] images = ofCandidate.of(score);
            double sum = 0;
            int image = 0;
            for (int i = 0; i < counts.length; i++) {
                while (image < counts[i]) {
                    sum += images[image++];
                }
                means[i] = (float) (sum / image);
            }
            running[candidate.edge()][candidate.operation()] = means;
        });
        return running;
    }

    /**
     * Numbers of images from 1 to {@code images} at which running means are kept: every one up to 32, then 5 % apart.
     */
    public static int[] counts(int images) {
        IntStream.Builder counts = IntStream.builder();
        for (int count = 1; count < images; count = Math.max(count + 1, count <= 32 ? count + 1 : count * 21 / 20)) {
            counts.add(count);
        }
        return counts.add(images).build().toArray();
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }
}
