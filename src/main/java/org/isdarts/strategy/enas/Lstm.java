package org.isdarts.strategy.enas;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.strategy.LearnedArray;

/**
 * Layers of long short-term memory as PyTorch has them: with the gates i, f, g, o of {@code W x + b + U h + b'} one below the
 * other, {@code c = sigmoid(f) c + sigmoid(i) tanh(g)} and {@code h = sigmoid(o) tanh(c)}.
 *
 * @param layers the lowest first
 */
record Lstm(List<Layer> layers) {
    private static final int GATES = 4;

    Lstm {
        layers = List.copyOf(layers);
    }

    /**
     * What one layer learns.
     *
     * @param ofInput W, {@code [4 units, inputs]}
     * @param ofOutput U, {@code [4 units, units]}
     * @param inputBias b, {@code [4 units]}
     * @param outputBias b', {@code [4 units]}
     */
    record Layer(LearnedArray ofInput, LearnedArray ofOutput, LearnedArray inputBias, LearnedArray outputBias) {
        List<LearnedArray> arrays() {
            return List.of(ofInput, ofOutput, inputBias, outputBias);
        }
    }

    /**
     * What is remembered between two inputs.
     *
     * @param outputs h of every layer
     * @param cells c of every layer
     */
    record Memory(List<Node> outputs, List<Node> cells) {
        Memory {
            outputs = List.copyOf(outputs);
            cells = List.copyOf(cells);
        }

        /** h of the highest layer. */
        Node output() {
            return outputs.get(outputs.size() - 1);
        }
    }

    List<LearnedArray> arrays() {
        return layers.stream().flatMap(layer -> layer.arrays().stream()).toList();
    }

    /** Nothing remembered: zeros. */
    Memory blank(Tape tape, int units) {
        List<Node> zeros =
                layers.stream().map(layer -> tape.constant(new double[units])).toList();
        return new Memory(zeros, zeros);
    }

    /** Takes an input in. */
    Memory next(Tape tape, Memory before, Node input) {
        List<Node> outputs = new ArrayList<>();
        List<Node> cells = new ArrayList<>();
        Node below = input;
        for (int i = 0; i < layers.size(); i++) {
            Node gates = gates(tape, layers.get(i), below, before.outputs().get(i));
            int units = gates.length() / GATES;
            Node kept = tape.times(
                    tape.sigmoid(tape.part(gates, units, units)), before.cells().get(i));
            Node added =
                    tape.times(tape.sigmoid(tape.part(gates, 0, units)), tape.tanh(tape.part(gates, 2 * units, units)));
            cells.add(tape.sum(kept, added));
            below = tape.times(tape.sigmoid(tape.part(gates, 3 * units, units)), tape.tanh(cells.get(i)));
            outputs.add(below);
        }
        return new Memory(outputs, cells);
    }

    private static Node gates(Tape tape, Layer layer, Node input, Node output) {
        Node ofInput = tape.sum(tape.product(tape.of(layer.ofInput()), input), tape.of(layer.inputBias()));
        Node ofOutput = tape.sum(tape.product(tape.of(layer.ofOutput()), output), tape.of(layer.outputBias()));
        return tape.sum(ofInput, ofOutput);
    }
}
