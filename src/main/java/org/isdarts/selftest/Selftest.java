package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.importance.ImportanceMeter;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Parameters;
import org.isdarts.network.Prediction;
import org.isdarts.network.Supernet;
import org.isdarts.npy.NpyArray;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.Sgd;
import org.isdarts.shrink.Importance;
import org.isdarts.shrink.Mask;
import org.isdarts.shrink.Shrinking;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;

/**
 * Compares one supernet with reference numbers of the method's public implementation: the forward pass, every
 * gradient, both importances, a training trajectory, the masks after every shrink step and the genotype.
 */
public final class Selftest {
    private static final double LOGITS = 1e-4;
    private static final double GRADIENT = 1e-3;
    private static final double IMPORTANCE = 1e-3;
    private static final double TRAJECTORY_LOSS = 1e-3;
    private static final double TRAJECTORY_STATE = 1e-3;
    private static final double RUNNING_STATISTICS = 1e-4;
    private static final float[] MEAN = {125.3f, 123.0f, 113.9f};
    private static final float[] DEVIATION = {63.0f, 62.1f, 66.7f};

    private final Reference reference;
    private final ReferenceNames names;
    private final List<Check> checks = new ArrayList<>();
    private Supernet net;

    private Selftest(Reference reference, Kernels kernels) {
        this.reference = reference;
        this.names = new ReferenceNames(reference.space());
        int[] input = reference.array("input").shape();
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        for (CellType type : reference.space().cellTypes()) {
            masks.put(type, Mask.full(reference.space()));
        }
        this.net = new Supernet(
                kernels,
                reference.space(),
                new NetworkSize(reference.channels(), reference.cells(), reference.classes(), input[2], input[3]),
                masks,
                0);
    }

    /**
     * Runs all checks for every reference in a folder.
     *
     * @param folder holds {@code NAME.npz} and {@code NAME.json}
     * @return the checks by the reference's name
     * @throws SelftestException if the folder holds no usable reference
     */
    public static Map<String, List<Check>> run(Path folder, Kernels kernels) {
        Map<String, List<Check>> results = new LinkedHashMap<>();
        for (Reference reference : Reference.readAll(folder)) {
            results.put(reference.name(), new Selftest(reference, kernels).run());
        }
        return results;
    }

    private List<Check> run() {
        takeWeights();
        forwardAndGradients();
        runningStatistics("running statistics", "buffer_at_importance/", RUNNING_STATISTICS);
        importances();
        trajectory();
        runningStatistics("running statistics after training", "buffer_after_trajectory/", TRAJECTORY_STATE);
        shrinking();
        return checks;
    }

    private void takeWeights() {
        Parameters parameters = net.parameters();
        for (String name : parameters.names()) {
            parameters
                    .value(name)
                    .write(reference.array("weight/" + names.of(name)).floats());
        }
    }

    private void forwardAndGradients() {
        Prediction prediction = net.train(
                reference.array("input").floats(), reference.array("label").ints());
        NpyArray logits = reference.array("logits");
        Worst forward = new Worst();
        forward.see("", distance(prediction.logits(), logits.values()) / norm(logits.values()));
        checks.add(forward.check("logits", LOGITS));
        Worst loss = new Worst();
        double expected = reference.array("loss").values()[0];
        loss.see("", Math.abs(prediction.lossSum() / prediction.count() - expected) / expected);
        checks.add(loss.check("loss", LOGITS));
        gradients();
    }

    private void gradients() {
        Parameters parameters = net.parameters();
        double together = 0;
        for (String name : parameters.names()) {
            together +=
                    square(norm(reference.array("gradient/" + names.of(name)).values()));
        }
        Worst worst = new Worst();
        for (String name : parameters.names()) {
            double[] expected = reference.array("gradient/" + names.of(name)).values();
            double floor = 1e-5 * Math.sqrt(together);
            worst.see(name, distance(numbers(parameters.gradient(name)), expected) / Math.max(norm(expected), floor));
        }
        checks.add(worst.check("gradients", GRADIENT));
    }

    private void runningStatistics(String subject, String prefix, double allowed) {
        Parameters parameters = net.parameters();
        Worst worst = new Worst();
        for (String name : parameters.runningNames()) {
            double[] expected = reference.array(prefix + names.of(name)).values();
            worst.see(name, distance(numbers(parameters.running(name)), expected) / norm(expected));
        }
        checks.add(worst.check(subject, allowed));
    }

    private ImportanceMeter measure() {
        NpyArray images = reference.array("importance_input");
        ImportanceMeter meter = new ImportanceMeter(net, images.shape()[0]);
        meter.add(images.floats(), images.shape()[0]);
        return meter;
    }

    private void importances() {
        ImportanceMeter meter = measure();
        for (CellType type : reference.space().cellTypes()) {
            String name = Reference.typeName(type);
            checks.add(importance(
                    "Fisher, " + type + " cells",
                    meter.values(type, Importance.FISHER),
                    "fisher/" + name,
                    "fisher_float64/" + name));
            checks.add(importance(
                    "IIM (Eq. 11), " + type + " cells",
                    meter.values(type, Importance.IIM),
                    "iim_eq11/" + name,
                    "iim_eq11_float64/" + name));
        }
    }

    /** Errors are given as shares of what is allowed where rounding alone moves the reference by more. */
    private Check importance(String subject, double[][] values, String entry, String preciseEntry) {
        double[] expected = reference.array(entry).values();
        double[] precise = reference.array(preciseEntry).values();
        Worst worst = new Worst();
        int operations = reference.space().operations().size();
        for (int i = 0; i < expected.length; i++) {
            double value = values[i / operations][i % operations];
            double rounding = 3 * relative(expected[i], precise[i]);
            double allowed = Math.max(IMPORTANCE, rounding);
            String candidate = reference.space().edges().get(i / operations) + " "
                    + reference.space().operations().get(i % operations);
            worst.see(candidate, relative(value, expected[i]) * IMPORTANCE / allowed);
        }
        return worst.check(subject, IMPORTANCE);
    }

    private void trajectory() {
        Sgd sgd = new Sgd(SearchConfig.MOMENTUM, SearchConfig.WEIGHT_DECAY, SearchConfig.GRADIENT_CLIP);
        Worst losses = new Worst();
        Worst norms = new Worst();
        for (int step = 0; step < reference.trajectorySteps(); step++) {
            NpyArray pixels = reference.array("trajectory_input/" + step);
            Prediction prediction = net.train(
                    normalised(pixels),
                    reference.array("trajectory_label/" + step).ints());
            double norm = sgd.step(net.parameters(), SearchConfig.FIRST_RATE);
            double expectedLoss = reference.array("trajectory_loss").values()[step];
            double expectedNorm =
                    reference.array("trajectory_gradient_norm_before_clip").values()[step];
            System.out.println(step + " " + prediction.lossSum() / prediction.count() + " " + expectedLoss + " " + norm
                    + " " + expectedNorm);
            losses.see("step " + step, Math.abs(prediction.lossSum() / prediction.count() - expectedLoss));
            norms.see("step " + step, relative(norm, expectedNorm));
        }
        checks.add(losses.check("trajectory losses", TRAJECTORY_LOSS));
        checks.add(norms.check("trajectory gradient norms", TRAJECTORY_STATE));
        Worst weights = new Worst();
        for (String name : net.parameters().names()) {
            double[] expected =
                    reference.array("weight_after_trajectory/" + names.of(name)).values();
            weights.see(name, distance(numbers(net.parameters().value(name)), expected) / norm(expected));
        }
        checks.add(weights.check("weights after training", TRAJECTORY_STATE));
    }

    private void shrinking() {
        Worst masks = new Worst();
        for (int step = 0; step < reference.shrinkSteps(); step++) {
            ImportanceMeter meter = measure();
            Map<CellType, Mask> narrower = new EnumMap<>(CellType.class);
            for (CellType type : reference.space().cellTypes()) {
                Mask mask = Shrinking.shrink(
                                reference.space(),
                                net.masks().get(type),
                                meter.values(type, Importance.FISHER),
                                Importance.FISHER,
                                reference.shrinkSteps() - step)
                        .mask();
                narrower.put(type, mask);
                String entry = "shrink/" + step + "/mask_after/" + Reference.typeName(type);
                masks.see(entry, mask.equals(mask(reference.array(entry))) ? 0 : 1);
            }
            net = net.shrunkTo(narrower);
        }
        checks.add(masks.check("masks after every shrink step", 0));
        Worst genotype = new Worst();
        for (CellType type : reference.space().cellTypes()) {
            boolean equal = net.masks().get(type).keptCandidates().equals(expectedGenotype(type));
            genotype.see(type.label(), equal ? 0 : 1);
        }
        checks.add(genotype.check("genotype", 0));
    }

    private List<Candidate> expectedGenotype(CellType type) {
        JsonNode genotype = reference.structure().path("genotype");
        return genotype.isTextual()
                ? ReferenceGenotype.ofText(reference.space(), genotype.asText())
                : ReferenceGenotype.ofNodes(reference.space(), genotype.path(Reference.typeName(type)));
    }

    private static Mask mask(NpyArray array) {
        boolean[][] kept = new boolean[array.shape()[0]][array.shape()[1]];
        for (int i = 0; i < array.values().length; i++) {
            kept[i / array.shape()[1]][i % array.shape()[1]] = array.values()[i] != 0;
        }
        return Mask.of(kept);
    }

    private static float[] normalised(NpyArray pixels) {
        int plane = pixels.shape()[2] * pixels.shape()[3];
        float[] images = new float[pixels.values().length];
        for (int i = 0; i < images.length; i++) {
            int channel = i / plane % MEAN.length;
            images[i] = ((float) pixels.values()[i] - MEAN[channel]) / DEVIATION[channel];
        }
        return images;
    }

    private static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        tensor.read(numbers);
        return numbers;
    }

    private static double relative(double value, double expected) {
        if (value == expected) {
            return 0;
        }
        return Double.isInfinite(expected) ? Double.POSITIVE_INFINITY : Math.abs(value - expected) / Math.abs(expected);
    }

    private static double distance(float[] values, double[] expected) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            sum += square(values[i] - expected[i]);
        }
        return Math.sqrt(sum);
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += square(value);
        }
        return Math.sqrt(sum);
    }

    private static double square(double value) {
        return value * value;
    }

    /** The worst of many errors. */
    private static final class Worst {
        private double worst;
        private String worstAt = "";
        private int compared;

        void see(String what, double error) {
            compared++;
            if (!(error <= worst)) {
                worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
                worstAt = what;
            }
        }

        Check check(String subject, double allowed) {
            return new Check(subject, compared, worst, allowed, worstAt);
        }
    }
}
