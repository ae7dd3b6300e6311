package org.isdarts.strategy.enas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Edge;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Adam;
import org.isdarts.strategy.LearnedArray;

/**
 * The controller for spaces whose nodes choose their inputs, as melodyguan/enas has it: a node draws its inputs by attention,
 * {@code 1.1 tanh(v . tanh(A1 h_j + A2 h))} for every earlier node j, then an operation for each,
 * {@code 1.1 / 2.5 tanh(W h)}, never none. Unlike there a node draws no input twice, so that no edge is taken twice, and no
 * operation is favored at the start.
 */
public final class NodeController implements Controller {
    /** Adam as melodyguan/enas sets it for the controller. */
    public static final Adam ADAM = new Adam(3.5e-3, 0, 0, 0.999, 1e-3);

    private static final int UNITS = 64;
    private static final double TANH = 1.1;
    private static final double OPERATION_TANH = TANH / 2.5;
    private static final double SMALL = 0.1;

    private final SearchSpace space;
    private final List<Operation> operations;
    private final Lstm lstm;
    private final LearnedArray start;
    private final LearnedArray embedding;
    private final LearnedArray operationWeight;
    private final LearnedArray earlierWeight;
    private final LearnedArray presentWeight;
    private final LearnedArray attention;

    /** A controller at its start: all within 0.1 of 0. */
    public NodeController(SearchSpace space, Adam adam, Random random) {
        this.space = space;
        this.operations = space.operations().stream()
                .filter(operation -> operation != Operation.NONE)
                .toList();
        Start drawn = new Start(adam, random);
        this.lstm = new Lstm(List.of(new Lstm.Layer(
                drawn.uniform("lstm.input", 4 * UNITS * UNITS, SMALL),
                drawn.uniform("lstm.output", 4 * UNITS * UNITS, SMALL),
                drawn.uniform("lstm.inputBias", 4 * UNITS, SMALL),
                drawn.uniform("lstm.outputBias", 4 * UNITS, SMALL))));
        this.start = drawn.uniform("start", UNITS, SMALL);
        this.embedding = drawn.uniform("embedding", operations.size() * UNITS, SMALL);
        this.operationWeight = drawn.uniform("operation", operations.size() * UNITS, SMALL);
        this.earlierWeight = drawn.uniform("attention.earlier", UNITS * UNITS, SMALL);
        this.presentWeight = drawn.uniform("attention.present", UNITS * UNITS, SMALL);
        this.attention = drawn.uniform("attention", UNITS, SMALL);
    }

    @Override
    public List<LearnedArray> arrays() {
        return Stream.concat(
                        lstm.arrays().stream(),
                        Stream.of(start, embedding, operationWeight, earlierWeight, presentWeight, attention))
                .toList();
    }

    @Override
    public Sample sample(Tape tape, ToIntFunction<double[]> choice) {
        Choices choices = new Choices(tape, choice);
        Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
        Lstm.Memory memory = lstm.blank(tape, UNITS);
        for (CellType type : space.cellTypes()) {
            Writing writing = new Writing(tape, choices, memory);
            cells.put(type, writing.cell());
            memory = writing.memory;
        }
        return choices.sample(cells);
    }

    /** One cell as it is written. */
    private final class Writing {
        private final Tape tape;
        private final Choices choices;
        private final List<Node> offered = new ArrayList<>();
        private final List<Node> attended = new ArrayList<>();
        private Lstm.Memory memory;

        Writing(Tape tape, Choices choices, Lstm.Memory memory) {
            this.tape = tape;
            this.choices = choices;
            this.memory = memory;
        }

        List<Candidate> cell() {
            for (int input = 0; input < space.inputs(); input++) {
                Node output = next(tape.of(start));
                offer(tape.constant(new double[UNITS]), output);
            }
            List<Candidate> cell = new ArrayList<>();
            for (int node = space.inputs(); node < space.nodes(); node++) {
                cell.addAll(node(node));
            }
            return cell.stream()
                    .sorted(Comparator.comparingInt(Candidate::edge))
                    .toList();
        }

        private List<Candidate> node(int node) {
            List<Integer> sources = new ArrayList<>();
            Node input = tape.of(start);
            for (int i = 0; i < space.kept(); i++) {
                sources.add(source(next(input), node, sources));
                input = offered.get(sources.get(i));
            }
            List<Candidate> chosen = new ArrayList<>();
            for (int source : sources) {
                int operation = choices.among(operationLogits(next(input)));
                int edge = space.edges().indexOf(new Edge(source, node));
                chosen.add(new Candidate(edge, space.operations().indexOf(operations.get(operation))));
                input = tape.part(tape.of(embedding), operation * UNITS, UNITS);
            }
            Node output = next(input);
            offer(output, output);
            return chosen;
        }

        private Node next(Node input) {
            memory = lstm.next(tape, memory, input);
            return memory.output();
        }

        /** Lets later nodes choose this one: what they would take in then, and what their attention sees. */
        private void offer(Node input, Node output) {
            offered.add(input);
            attended.add(tape.product(tape.of(earlierWeight), output));
        }

        private int source(Node output, int node, List<Integer> taken) {
            List<Integer> free = IntStream.range(0, node)
                    .boxed()
                    .filter(earlier -> !taken.contains(earlier))
                    .toList();
            Node present = tape.product(tape.of(presentWeight), output);
            Node logits = tape.joined(free.stream()
                    .map(earlier ->
                            tape.product(tape.of(attention), tape.tanh(tape.sum(attended.get(earlier), present))))
                    .toList());
            return free.get(choices.among(tape.scaled(tape.tanh(logits), TANH)));
        }

        private Node operationLogits(Node output) {
            return tape.scaled(tape.tanh(tape.product(tape.of(operationWeight), output)), OPERATION_TANH);
        }
    }
}
