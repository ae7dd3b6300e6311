package org.isdarts.strategy.enas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Adam;
import org.isdarts.strategy.LearnedArray;

/**
 * The controller for spaces where every edge has one operation, as D-X-Y/AutoDL-Projects has it for NAS-Bench-201: for each
 * edge in order {@code logits = 2.5 tanh((W h + b) / 5)}; the next input is the embedding of the operation drawn.
 */
public final class EdgeController implements Controller {
    /** Adam as D-X-Y/AutoDL-Projects sets it for the controller. */
    public static final Adam ADAM = new Adam(1e-3, 0, 0, 0.999, 1e-3);

    private static final int UNITS = 32;
    private static final int LAYERS = 2;
    private static final double TEMPERATURE = 5;
    private static final double TANH = 2.5;
    private static final double SMALL = 0.1;

    private final SearchSpace space;
    private final Lstm lstm;
    private final LearnedArray firstInput;
    private final LearnedArray embedding;
    private final LearnedArray weight;
    private final LearnedArray bias;

    /** A controller at its start: first input, lowest layer, embedding and W within 0.1 of 0, the rest as PyTorch begins. */
    public EdgeController(SearchSpace space, Adam adam, Random random) {
        this.space = space;
        Start start = new Start(adam, random);
        int operations = space.operations().size();
        double usual = 1 / Math.sqrt(UNITS);
        this.firstInput = start.uniform("input_vars", UNITS, SMALL);
        List<Lstm.Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            double bound = layer == 0 ? SMALL : usual;
            layers.add(new Lstm.Layer(
                    start.uniform("w_lstm.weight_ih_l" + layer, 4 * UNITS * UNITS, bound),
                    start.uniform("w_lstm.weight_hh_l" + layer, 4 * UNITS * UNITS, bound),
                    start.uniform("w_lstm.bias_ih_l" + layer, 4 * UNITS, usual),
                    start.uniform("w_lstm.bias_hh_l" + layer, 4 * UNITS, usual)));
        }
        this.lstm = new Lstm(layers);
        this.embedding = start.uniform("w_embd.weight", operations * UNITS, SMALL);
        this.weight = start.uniform("w_pred.weight", operations * UNITS, SMALL);
        this.bias = start.uniform("w_pred.bias", operations, usual);
    }

    @Override
    public List<LearnedArray> arrays() {
        return Stream.concat(lstm.arrays().stream(), Stream.of(firstInput, embedding, weight, bias))
                .toList();
    }

    @Override
    public Sample sample(Tape tape, ToIntFunction<double[]> choice) {
        Choices choices = new Choices(tape, choice);
        List<Candidate> cell = new ArrayList<>();
        Lstm.Memory memory = lstm.blank(tape, UNITS);
        Node input = tape.of(firstInput);
        for (int edge = 0; edge < space.edges().size(); edge++) {
            memory = lstm.next(tape, memory, input);
            int operation = choices.among(logits(tape, memory.output()));
            cell.add(new Candidate(edge, operation));
            input = tape.part(tape.of(embedding), operation * UNITS, UNITS);
        }
        CellType type = space.cellTypes().get(0);
        return choices.sample(Map.of(type, cell));
    }

    private Node logits(Tape tape, Node output) {
        Node predicted = tape.sum(tape.product(tape.of(weight), output), tape.of(bias));
        return tape.scaled(tape.tanh(tape.scaled(predicted, 1 / TEMPERATURE)), TANH);
    }
}
