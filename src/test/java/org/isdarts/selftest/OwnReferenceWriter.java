package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Parameters;
import org.isdarts.network.Prediction;
import org.isdarts.network.Supernet;
import org.isdarts.npy.NpyArray;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.SearchSettings;
import org.isdarts.search.Sgd;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Edge;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.isdarts.strategy.isdarts.ImportanceMeter;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.isdarts.strategy.isdarts.Shrinking;

/**
 * Makes the small references inside the program with the kernels in double precision: very narrow nets, images drawn
 * here, a few steps. Run {@link #main} after a change of what they hold.
 */
final class OwnReferenceWriter {
    private static final Path RESOURCES = Path.of("src/main/resources/org/isdarts/selftest");
    private static final int CHANNELS = 4;
    private static final int CLASSES = 10;
    private static final int SIDE = 16;
    private static final int BATCH = 8;
    private static final int IMPORTANCE_IMAGES = 8;
    private static final int TRAJECTORY_STEPS = 4;
    private static final long SEED = 1;
    private static final float[] MEAN = {125.3f, 123.0f, 113.9f};
    private static final float[] DEVIATION = {63.0f, 62.1f, 66.7f};

    private final SearchSpace space;
    private final int shrinkSteps;
    private final Kernels kernels = new ReferenceKernels();
    private final ReferenceNames names;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private Supernet net;

    private OwnReferenceWriter(SearchSpace space, int shrinkSteps) {
        this.space = space;
        this.shrinkSteps = shrinkSteps;
        this.names = new ReferenceNames(space);
        this.net = net(fullMasks());
    }

    /** Writes both references among the resources. */
    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(RESOURCES);
        for (SearchSpace space : SearchSpaces.ALL) {
            for (Map.Entry<String, byte[]> file : filesOf(space).entrySet()) {
                Files.write(RESOURCES.resolve(file.getKey()), file.getValue());
            }
        }
    }

    /** The two files of a space's reference, by name. */
    static Map<String, byte[]> filesOf(SearchSpace space) throws IOException {
        return new OwnReferenceWriter(space, space.equals(Darts.SPACE) ? 7 : 4).write();
    }

    private Map<String, byte[]> write() throws IOException {
        Map<String, Tensor> values = parameters(net.parameters()::value);
        values.values().forEach(value -> change(value, OwnReferenceWriter::coarse));
        put("weight/", values);
        forwardAndGradients();
        put("buffer_at_importance/", running());
        importances();
        trajectory();
        values.values().forEach(value -> change(value, OwnReferenceWriter::fine));
        put("weight_after_trajectory/", values);
        put("buffer_after_trajectory/", running());
        running().values().forEach(value -> change(value, number -> number));
        ObjectNode structure = structure();
        structure.set("genotype", shrink());
        byte[] json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(structure);
        return Map.of(space.name() + ".json", json, space.name() + ".npz.gz", Archive.compressed(Archive.of(files)));
    }

    private Map<CellType, Mask> fullMasks() {
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        space.cellTypes().forEach(type -> masks.put(type, Mask.full(space)));
        return masks;
    }

    private Supernet net(Map<CellType, Mask> masks) {
        return new Supernet(kernels, space, new NetworkSize(CHANNELS, 1, CLASSES, SIDE, SIDE), masks, SEED);
    }

    private void forwardAndGradients() {
        double[] pixels = draw(BATCH);
        int[] labels = labels();
        float[] images = normalized(pixels);
        putImages("input", images);
        putLabels("label", labels);
        Prediction prediction = net.train(images, labels);
        files.put("logits", NpyArray.write(new int[] {BATCH, CLASSES}, prediction.logits()));
        putDoubles("loss", new int[0], prediction.lossSum() / BATCH);
        Map<String, Tensor> gradients = parameters(net.parameters()::gradient);
        gradients.values().forEach(gradient -> change(gradient, OwnReferenceWriter::shortened));
        put("gradient/", gradients);
    }

    private void importances() {
        float[] images = normalized(draw(IMPORTANCE_IMAGES));
        putImages("importance_input", images);
        ImportanceMeter meter = new ImportanceMeter(net, IMPORTANCE_IMAGES);
        meter.add(images, IMPORTANCE_IMAGES);
        for (CellType type : space.cellTypes()) {
            String name = Reference.typeName(type);
            double[] fisher = flat(meter.values(type, IsDartsScores.FISHER));
            double[] iim = flat(meter.values(type, IsDartsScores.IIM));
            putDoubles("fisher/" + name, matrix(), fisher);
            putDoubles("iim_eq11/" + name, matrix(), iim);
            putDoubles("fisher_float64/" + name, matrix(), fisher);
            putDoubles("iim_eq11_float64/" + name, matrix(), iim);
        }
    }

    private void trajectory() {
        Sgd sgd = Sgd.of(SearchSettings.initial());
        double[] losses = new double[TRAJECTORY_STEPS];
        double[] norms = new double[TRAJECTORY_STEPS];
        for (int step = 0; step < TRAJECTORY_STEPS; step++) {
            double[] pixels = draw(BATCH);
            int[] labels = labels();
            byte[] bytes = new byte[pixels.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) pixels[i];
            }
            files.put("trajectory_input/" + step, Archive.array("|u1", images(BATCH), bytes));
            putLabels("trajectory_label/" + step, labels);
            losses[step] = net.train(normalized(pixels), labels).lossSum() / BATCH;
            norms[step] = sgd.step(net.parameters(), OptimizerSettings.LEARNING_RATE.initial());
        }
        putDoubles("trajectory_loss", new int[] {TRAJECTORY_STEPS}, losses);
        putDoubles("trajectory_gradient_norm_before_clip", new int[] {TRAJECTORY_STEPS}, norms);
    }

    /** Shrinks all the way down and returns the genotype. */
    private JsonNode shrink() {
        float[] images = Archive.floats(files.get("importance_input"));
        for (int step = 0; step < shrinkSteps; step++) {
            ImportanceMeter meter = new ImportanceMeter(net, IMPORTANCE_IMAGES);
            meter.add(images, IMPORTANCE_IMAGES);
            Map<CellType, Mask> narrower = new EnumMap<>(CellType.class);
            for (CellType type : space.cellTypes()) {
                double[][] values = meter.values(type, IsDartsScores.FISHER);
                Mask mask = Shrinking.shrink(
                                space, net.masks().get(type), values, IsDartsScores.FISHER, shrinkSteps - step)
                        .mask();
                narrower.put(type, mask);
                String place = "shrink/" + step;
                putDoubles(place + "/fisher/" + Reference.typeName(type), matrix(), flat(values));
                putDoubles(place + "/mask_after/" + Reference.typeName(type), matrix(), flat(mask));
            }
            net = net.shrunkTo(narrower);
        }
        return genotype();
    }

    private JsonNode genotype() {
        ObjectNode genotype = new ObjectMapper().createObjectNode();
        for (CellType type : space.cellTypes()) {
            ArrayNode nodes = genotype.putArray(Reference.typeName(type));
            for (int node = space.inputs(); node < space.nodes(); node++) {
                ArrayNode kept = nodes.addArray();
                for (Candidate candidate : net.masks().get(type).keptCandidates()) {
                    Edge edge = space.edges().get(candidate.edge());
                    if (edge.to() == node) {
                        kept.addArray()
                                .add(space.operations()
                                        .get(candidate.operation())
                                        .label())
                                .add(edge.from());
                    }
                }
            }
        }
        return genotype;
    }

    private ObjectNode structure() {
        ObjectNode structure = new ObjectMapper().createObjectNode();
        structure.put("space", space.name());
        structure.put("channels", CHANNELS);
        structure.put("cells_per_stage", 1);
        structure.put("classes", CLASSES);
        structure.put("layout", "NCHW, weights [out,in/groups,kH,kW]");
        structure.put("shrink_steps", shrinkSteps);
        ArrayNode operations = structure.putArray("operations");
        space.operations().forEach(operation -> operations.add(operation.label()));
        return structure;
    }

    private Map<String, Tensor> parameters(Function<String, Tensor> tensors) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        net.parameters().names().forEach(name -> parameters.put(names.of(name), tensors.apply(name)));
        return parameters;
    }

    private Map<String, Tensor> running() {
        Parameters parameters = net.parameters();
        Map<String, Tensor> running = new LinkedHashMap<>();
        parameters.runningNames().forEach(name -> running.put(names.of(name), parameters.running(name)));
        return running;
    }

    private static void change(Tensor tensor, DoubleUnaryOperator change) {
        float[] numbers = numbers(tensor);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) change.applyAsDouble(numbers[i]);
        }
        tensor.write(numbers);
    }

    private static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        tensor.read(numbers);
        return numbers;
    }

    private void put(String prefix, Map<String, Tensor> tensors) {
        tensors.forEach((name, tensor) -> files.put(prefix + name, NpyArray.write(tensor.shape(), numbers(tensor))));
    }

    /** Coarse weights make a small file. */
    private static double coarse(double weight) {
        return Math.rint(weight * 128) / 128;
    }

    /** Trained weights without the digits that nothing depends on. */
    private static double fine(double weight) {
        return Math.scalb(Math.rint(Math.scalb(weight, 21)), -21);
    }

    /** Numbers with twelve binary digits, so with a relative error below {@code 2^-13}, make a small file. */
    private static double shortened(double number) {
        double unit = Math.scalb(1.0, Math.getExponent(number) - 12);
        return number == 0 ? 0 : Math.rint(number / unit) * unit;
    }

    private void putImages(String name, float[] images) {
        files.put(name, NpyArray.write(images(images.length / (3 * SIDE * SIDE)), images));
    }

    private void putLabels(String name, int[] labels) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * labels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(labels);
        files.put(name, Archive.array("<i4", new int[] {labels.length}, bytes.array()));
    }

    private void putDoubles(String name, int[] shape, double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        files.put(name, Archive.array("<f8", shape, bytes.array()));
    }

    private int[] matrix() {
        return new int[] {space.edges().size(), space.operations().size()};
    }

    private static double[] flat(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] flat(Mask mask) {
        double[][] kept = new double[mask.edges()][mask.operations()];
        mask.keptCandidates().forEach(candidate -> kept[candidate.edge()][candidate.operation()] = 1);
        return flat(kept);
    }

    private static int[] images(int count) {
        return new int[] {count, 3, SIDE, SIDE};
    }

    /** Waves in every color, each image its own, and noise, so that no two pixels are alike. */
    private double[] draw(int count) {
        double[] pixels = new double[count * 3 * SIDE * SIDE];
        for (int plane = 0; plane < count * 3; plane++) {
            double down = random.nextDouble(0.1, 1);
            double across = random.nextDouble(0.1, 1);
            double phase = random.nextDouble(0, 6);
            for (int p = 0; p < SIDE * SIDE; p++) {
                int row = p / SIDE;
                double wave = Math.sin(down * row + across * (p % SIDE) + phase);
                pixels[plane * SIDE * SIDE + p] = Math.rint(128 + 70 * wave + random.nextDouble(-50, 50));
            }
        }
        return pixels;
    }

    private int[] labels() {
        return random.ints(BATCH, 0, CLASSES).toArray();
    }

    private static float[] normalized(double[] pixels) {
        float[] images = new float[pixels.length];
        for (int i = 0; i < images.length; i++) {
            int channel = i / (SIDE * SIDE) % 3;
            images[i] = ((float) pixels[i] - MEAN[channel]) / DEVIATION[channel];
        }
        return images;
    }
}
