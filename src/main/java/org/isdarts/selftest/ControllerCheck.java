package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.isdarts.space.SearchSpaces;
import org.isdarts.strategy.LearnedArray;
import org.isdarts.strategy.State;
import org.isdarts.strategy.enas.EdgeController;
import org.isdarts.strategy.enas.Node;
import org.isdarts.strategy.enas.Reinforce;
import org.isdarts.strategy.enas.Sample;
import org.isdarts.strategy.enas.Tape;

/** ENAS' controller with given weights and choices: logits, loss, every gradient, the weights after a step of Adam. */
final class ControllerCheck {
    private static final double TOLERANCE = 1e-5;
    /** The reference gives weights in float32, so that their difference is known to fewer digits. */
    private static final double STEP_TOLERANCE = 1e-3;

    private final StrategyReference reference;
    private final Errors samples = new Errors();
    private final Errors gradients = new Errors();
    private final Errors steps = new Errors();

    ControllerCheck(StrategyReference reference) {
        this.reference = reference;
    }

    List<Check> run() {
        List<String> places = reference.placesOf("enas_nas-bench-201");
        places.forEach(this::follow);
        return places.isEmpty()
                ? List.of()
                : List.of(
                        samples.check("ENAS: samples and loss"),
                        gradients.check("ENAS: gradients"),
                        steps.check("ENAS: a step of Adam"));
    }

    private void follow(String place) {
        EdgeController controller = controller(place);
        gradients(place, controller);
        Tape tape = new Tape();
        Reinforce step = reinforce(place, controller, tape, new ArrayList<>());
        double norm = step.step();
        gradients.addArray(
                place + " norm", new double[] {norm}, reference.numbers(place + "/gradient_norm"), TOLERANCE);
        for (LearnedArray array : controller.arrays()) {
            double[] before = reference.numbers(place + "/weight/" + nameOf(array));
            double[] after = reference.numbers(place + "/weight_after/" + nameOf(array));
            steps.addArray(
                    place + " " + nameOf(array),
                    Errors.sum(array.values(), before, -1),
                    Errors.sum(after, before, -1),
                    STEP_TOLERANCE);
        }
    }

    private void gradients(String place, EdgeController controller) {
        Tape tape = new Tape();
        List<Double> losses = new ArrayList<>();
        Map<LearnedArray, double[]> ours =
                reinforce(place, controller, tape, losses).gradients();
        samples.addArray(place + " loss", numbers(losses), reference.numbers(place + "/loss"), TOLERANCE);
        for (LearnedArray array : controller.arrays()) {
            double[] expected = reference.numbers(place + "/gradient/" + nameOf(array));
            gradients.addArray(
                    place + " " + nameOf(array),
                    ours.getOrDefault(array, new double[expected.length]),
                    expected,
                    TOLERANCE);
        }
    }

    private Reinforce reinforce(String place, EdgeController controller, Tape tape, List<Double> losses) {
        double[] accuracy = reference.numbers(place + "/accuracy");
        double[] baseline = reference.numbers(place + "/baseline");
        Reinforce reinforce = new Reinforce(tape);
        List<Sample> drawn = new ArrayList<>();
        for (int i = 0; i < accuracy.length; i++) {
            Sample sample = forced(place + "/action/" + i, controller, tape);
            drawn.add(sample);
            losses.add(reinforce.add(sample, accuracy[i], baseline[i]));
            samples.addTable(
                    place + " logits " + i,
                    sample.logits().stream().map(Node::value).toArray(double[][]::new),
                    reference.table(place + "/logits/" + i),
                    TOLERANCE);
        }
        samples.addArray(
                place + " log probability",
                drawn.stream()
                        .mapToDouble(sample -> sample.logProbability().number())
                        .toArray(),
                reference.numbers(place + "/log_probability"),
                TOLERANCE);
        samples.addArray(
                place + " entropy",
                drawn.stream().mapToDouble(sample -> sample.entropy().number()).toArray(),
                reference.numbers(place + "/entropy"),
                TOLERANCE);
        return reinforce;
    }

    private Sample forced(String actions, EdgeController controller, Tape tape) {
        var choices = IntStream.of(reference.array(actions).ints()).iterator();
        return controller.sample(tape, probabilities -> choices.nextInt());
    }

    private EdgeController controller(String place) {
        EdgeController controller =
                new EdgeController(SearchSpaces.of("nas-bench-201"), EdgeController.ADAM, new Random(0));
        Map<String, double[]> state = new HashMap<>();
        for (LearnedArray array : controller.arrays()) {
            state.putAll(array.state());
            state.put(array.name(), reference.numbers(place + "/weight/" + nameOf(array)));
        }
        controller.arrays().forEach(array -> restore(array, new State(state)));
        return controller;
    }

    private void restore(LearnedArray array, State state) {
        try {
            array.restore(state);
        } catch (IllegalArgumentException otherSize) {
            throw new SelftestException(reference.name() + Reference.ARRAYS + ": " + otherSize.getMessage());
        }
    }

    private static String nameOf(LearnedArray array) {
        return array.name().substring(array.name().indexOf('.') + 1);
    }

    private static double[] numbers(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
