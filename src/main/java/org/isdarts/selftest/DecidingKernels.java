package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.isdarts.kernel.Compiled;
import org.isdarts.kernel.ForwardingKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;

/**
 * Kernels that watch the decisions of a net, and can reverse some.
 *
 * <p>A gradient is not continuous: it depends on the sign of every ReLU's input and on which pixel of a window is the
 * largest. Where such a number is zero, or two pixels are equal, but for rounding, two correct engines may decide
 * differently, and one such pixel can move a parameter's gradient by a thousandth. The rounding of a value is measured
 * against its channel's root mean square over the batch.
 */
final class DecidingKernels extends ForwardingKernels {
    /**
     * Rounding of a supernet's values in float32, as a share of the channel's root mean square: what weights moved by
     * half a unit in the last place change, in nine channels of ten {@code 3.6e-7} to {@code 8.7e-7}.
     */
    static final double ROUNDING = 8e-7;

    /** What is decided by less than this share of the channel's root mean square counts as undecided. */
    private static final double UNDECIDED = 5 * ROUNDING;

    /** Passes for positive, and changes no sum. */
    private static final float BARELY_POSITIVE = Float.MIN_NORMAL;

    private final List<Decision> undecided = new ArrayList<>();
    private final Map<Integer, List<Decision>> reversed = new HashMap<>();
    private boolean watching;
    private int place;

    DecidingKernels(Kernels kernels) {
        super(kernels);
    }

    /**
     * An undecided decision.
     *
     * @param place which ReLU or maximum pooling of a pass, counted in the order of computing
     * @param pixel the ReLU's pixel, or the window's largest
     * @param rival the window's second largest pixel, or the ReLU's pixel itself
     * @param distance by how much it was decided, as a share of the channel's root mean square
     */
    record Decision(int place, int pixel, int rival, double distance) {}

    /**
     * Decisions that hang on the same numbers, because a node is concatenated or windows overlap, and so fall together.
     *
     * @param distance by how much they were decided, as a share of the channel's root mean square
     */
    record Doubt(double distance, List<Decision> decisions) {}

    /** Runs a forward and backward pass in which some decisions are taken the other way. */
    <T> T reversing(Collection<Doubt> doubts, Supplier<T> pass) {
        for (Doubt doubt : doubts) {
            for (Decision decision : doubt.decisions) {
                reversed.computeIfAbsent(decision.place, missing -> new ArrayList<>())
                        .add(decision);
            }
        }
        place = 0;
        try {
            return pass.get();
        } finally {
            reversed.clear();
        }
    }

    /** Runs a pass and remembers what is undecided in it. */
    <T> T watching(Supplier<T> pass) {
        undecided.clear();
        watching = true;
        place = 0;
        try {
            return pass.get();
        } finally {
            watching = false;
        }
    }

    /**
     * What was undecided in the pass watched last, the least decided first.
     *
     * @param limit how many are wanted at most
     */
    List<Doubt> undecided(int limit) {
        SortedMap<Double, List<Decision>> byDistance = new TreeMap<>();
        for (Decision decision : undecided) {
            byDistance
                    .computeIfAbsent(decision.distance, missing -> new ArrayList<>())
                    .add(decision);
        }
        return byDistance.entrySet().stream()
                .limit(limit)
                .map(entry -> new Doubt(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Every pass may decide otherwise. */
    @Override
    public Compiled compiled(Runnable primitives, Collection<Tensor> kept) {
        return primitives::run;
    }

    @Override
    public void relu(Tensor input, Tensor output) {
        super.relu(input, output);
        if (watching) {
            watchSigns(input);
        }
        List<Decision> changes = reversed.get(place);
        if (changes != null) {
            float[] values = numbers(output);
            for (Decision change : changes) {
                values[change.pixel] = values[change.pixel] > 0 ? 0 : BARELY_POSITIVE;
            }
            output.write(values);
        }
        place++;
    }

    private void watchSigns(Tensor input) {
        float[] values = numbers(input);
        double[] scales = rootMeanSquares(values, input.shape());
        int pixels = pixels(input.shape());
        for (int i = 0; i < values.length; i++) {
            see(i, i, Math.abs(values[i]) / scales[i / pixels % scales.length]);
        }
    }

    private void see(int pixel, int rival, double distance) {
        if (distance < UNDECIDED) {
            undecided.add(new Decision(place, pixel, rival, distance));
        }
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        Pooling pooling = super.pooling(shape);
        return shape.kind() == PoolingShape.Kind.MAXIMUM ? new DecidingPooling(pooling, shape) : pooling;
    }

    /** A maximum pooling whose two largest pixels of a window can change places in the backward pass. */
    private final class DecidingPooling implements Pooling {
        private final Pooling pooling;
        private final PoolingShape shape;
        private int ownPlace;

        DecidingPooling(Pooling pooling, PoolingShape shape) {
            this.pooling = pooling;
            this.shape = shape;
        }

        @Override
        public void forward(Tensor input, Tensor output) {
            pooling.forward(input, output);
            if (watching) {
                watchMaxima(numbers(input), input.shape());
            }
            ownPlace = place++;
        }

        @Override
        public void backward(Tensor input, Tensor outputGradient, Tensor inputGradient) {
            List<Decision> changes = reversed.get(ownPlace);
            if (changes == null) {
                pooling.backward(input, outputGradient, inputGradient);
                return;
            }
            float[] values = numbers(input);
            float[] swapped = values.clone();
            for (Decision change : changes) {
                swapped[change.pixel] = values[change.rival];
                swapped[change.rival] = values[change.pixel];
            }
            input.write(swapped);
            pooling.backward(input, outputGradient, inputGradient);
            input.write(values);
        }

        private void watchMaxima(float[] values, int[] input) {
            double[] scales = rootMeanSquares(values, input);
            for (int plane = 0; plane < input[0] * input[1]; plane++) {
                for (int i = 0; i < shape.outHeight(); i++) {
                    for (int j = 0; j < shape.outWidth(); j++) {
                        watchWindow(values, plane, i, j, scales[plane % scales.length]);
                    }
                }
            }
        }

        /** Pixels that are exactly equal are left out: every engine computes them alike and takes the first. */
        private void watchWindow(float[] values, int plane, int i, int j, double scale) {
            int first = -1;
            int second = -1;
            for (int u = 0; u < shape.kernel(); u++) {
                for (int v = 0; v < shape.kernel(); v++) {
                    int row = i * shape.stride() - shape.padding() + u;
                    int column = j * shape.stride() - shape.padding() + v;
                    if (row >= 0 && row < shape.height() && column >= 0 && column < shape.width()) {
                        int pixel = (plane * shape.height() + row) * shape.width() + column;
                        if (first < 0 || values[pixel] > values[first]) {
                            second = first;
                            first = pixel;
                        } else if (second < 0 || values[pixel] > values[second]) {
                            second = pixel;
                        }
                    }
                }
            }
            if (second >= 0 && values[first] > values[second]) {
                see(first, second, ((double) values[first] - values[second]) / scale);
            }
        }
    }

    private static double[] rootMeanSquares(float[] values, int[] shape) {
        double[] squares = new double[shape[1]];
        for (int i = 0; i < values.length; i++) {
            squares[i / pixels(shape) % shape[1]] += (double) values[i] * values[i];
        }
        for (int c = 0; c < squares.length; c++) {
            squares[c] = Math.sqrt(squares[c] / (shape[0] * pixels(shape)));
        }
        return squares;
    }

    private static int pixels(int[] shape) {
        return shape[2] * shape[3];
    }

    private static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        tensor.read(numbers);
        return numbers;
    }
}
