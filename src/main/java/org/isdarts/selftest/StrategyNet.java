package org.isdarts.selftest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.isdarts.data.Batch;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Drawing;
import org.isdarts.network.Mixture;
import org.isdarts.network.MixtureGradient;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Parameters;
import org.isdarts.network.Prediction;
import org.isdarts.network.Subnet;
import org.isdarts.network.Supernet;
import org.isdarts.network.Wanted;
import org.isdarts.npy.NpyArray;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/** The supernet that reference numbers of a method were computed with, in the state they begin with, and its batches. */
final class StrategyNet implements AutoCloseable {
    private static final String AUXILIARY = ".auxiliary.";

    /** Two roundings of float32, relative to the number. */
    private static final double ROUNDING = 0x1p-22;

    private final StrategyReference reference;
    private final String place;
    private final SearchSpace space;
    private final ReferenceNames names;
    private final Supernet net;

    /** What a training pass says: predictions, and the gradient of the coefficients. */
    record Pass(Prediction prediction, MixtureGradient gradient) {
        double loss() {
            return prediction.lossSum() / prediction.count();
        }
    }

    private StrategyNet(StrategyReference reference, String place, String weights, Kernels kernels, Drawing drawing) {
        this.reference = reference;
        this.place = place;
        this.space = StrategyReference.space(place);
        this.names = new ReferenceNames(space);
        int stem = reference.array(weights + "stem.0.weight").shape()[0];
        int classes = reference.array(weights + "classifier.weight").shape()[0];
        int[] images = reference.array("image/train/0").shape();
        NetworkSize size = new NetworkSize(
                stem / space.macroNet().stemMultiplier(),
                reference.structure(seed(place)).path("cells_per_stage").asInt(),
                classes,
                images[2],
                images[3]);
        this.net = new Supernet(kernels, space, size, drawing, Mask.everything(space), 0);
        for (String name : net.parameters().names()) {
            write(
                    net.parameters().value(name),
                    (name.contains(AUXILIARY) ? place + "/auxiliary_weight/" : weights) + names.of(name));
        }
    }

    /**
     * The net of a place whose weights all methods share.
     *
     * @param place {@code SPACE/SEED/METHOD}
     */
    static StrategyNet shared(StrategyReference reference, String place, Kernels kernels, Drawing drawing) {
        return new StrategyNet(reference, place, seed(place) + "/weight/", kernels, drawing);
    }

    /** The net of a place that has weights of its own. */
    static StrategyNet own(StrategyReference reference, String place, Kernels kernels, Drawing drawing) {
        return new StrategyNet(reference, place, place + "/weight/", kernels, drawing);
    }

    private static String seed(String place) {
        return place.substring(0, place.lastIndexOf('/'));
    }

    private void write(Tensor tensor, String entry) {
        float[] numbers = reference.array(entry).floats();
        if (numbers.length != tensor.size()) {
            throw new SelftestException(
                    reference.name() + " holds " + numbers.length + " numbers as " + entry + ", not " + tensor.size());
        }
        tensor.write(numbers);
    }

    SearchSpace space() {
        return space;
    }

    Supernet net() {
        return net;
    }

    /** Normalized images of the training or the validation stream, and their labels. */
    Batch batch(String stream, int number) {
        NpyArray pixels = reference.array("image/" + stream + "/" + number);
        int[] labels = reference.array("label/" + stream + "/" + number).ints();
        return new Batch(Reference.normalized(pixels), labels);
    }

    /** Trains the whole net on a batch. */
    Pass train(Mixture mixture, Batch batch) {
        return train(net.whole(), mixture, batch);
    }

    static Pass train(Subnet subnet, Mixture mixture, Batch batch) {
        Prediction prediction = subnet.train(mixture, Wanted.BOTH, batch.images(), batch.labels());
        return new Pass(prediction, subnet.gradient());
    }

    /** A table {@code [edge][operation]} of every cell type, made of those of an entry of that name. */
    Map<CellType, double[][]> tables(String entry) {
        return ofTypes(type -> reference.table(entry + "/" + Reference.typeName(type)));
    }

    /** Something of every cell type. */
    <T> Map<CellType, T> ofTypes(Function<CellType, T> made) {
        Map<CellType, T> all = new EnumMap<>(CellType.class);
        space.cellTypes().forEach(type -> all.put(type, made.apply(type)));
        return all;
    }

    /** All numbers of the parameters, one after the other, as the reference has them under a prefix. */
    double[] expected(String prefix) {
        reference.skip(prefix);
        return joined(name -> reference.numbers(prefix + names.of(name)));
    }

    /** Whether the reference has numbers of every parameter under a prefix. */
    boolean isExpected(String prefix) {
        return net.parameters().names().stream().allMatch(name -> reference.has(prefix + names.of(name)));
    }

    /** All weights, one after the other. */
    double[] weights() {
        return joined(name -> numbers(net.parameters().value(name)));
    }

    /**
     * Adds the errors of the gradients that the reference has under a prefix.
     *
     * @param smallest what a gradient counts as at least, as a share of all of them together
     */
    void addGradients(String prefix, Errors errors, double smallest, double allowed) {
        List<String> compared = net.parameters().names().stream()
                .filter(name -> reference.has(prefix + names.of(name)))
                .toList();
        reference.skip(prefix);
        double floor = smallest
                * Math.sqrt(compared.stream()
                        .mapToDouble(name -> square(reference.numbers(prefix + names.of(name))))
                        .sum());
        for (String name : compared) {
            double[] expected = reference.numbers(prefix + names.of(name));
            double error = Errors.relative(numbers(net.parameters().gradient(name)), expected, floor);
            errors.add(prefix + name, error, allowed);
        }
    }

    /** Moves every weight by about as much as two steps round it, up or down as the seed has it. */
    void roundWeights(long seed) {
        Random random = new Random(seed);
        for (String name : net.parameters().names()) {
            Tensor weights = net.parameters().value(name);
            float[] numbers = new float[weights.size()];
            weights.read(numbers);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) (numbers[i] * (1 + ROUNDING * random.nextGaussian()));
            }
            weights.write(numbers);
        }
    }

    private double[] joined(Function<String, double[]> ofParameter) {
        return net.parameters().names().stream()
                .map(ofParameter)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        tensor.read(numbers);
        double[] exact = new double[numbers.length];
        Arrays.setAll(exact, i -> numbers[i]);
        return exact;
    }

    /** The norm of the reference's weights that ours has not: biases in front of norms. */
    double normOfFurtherWeights() {
        double all = reference.under(seed(place) + "/weight").stream()
                .mapToDouble(name -> square(reference.numbers(seed(place) + "/weight/" + name)))
                .sum();
        double ours = net.parameters().names().stream()
                .mapToDouble(name -> square(reference.numbers(seed(place) + "/weight/" + names.of(name))))
                .sum();
        return Math.sqrt(Math.max(0, all - ours));
    }

    private static double square(double[] numbers) {
        return Errors.dot(numbers, numbers);
    }

    Parameters parameters() {
        return net.parameters();
    }

    @Override
    public void close() {
        net.close();
    }
}
