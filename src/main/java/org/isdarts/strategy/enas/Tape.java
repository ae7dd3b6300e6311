package org.isdarts.strategy.enas;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isdarts.strategy.Entropy;
import org.isdarts.strategy.LearnedArray;
import org.isdarts.strategy.Softmax;

/** Vectors computed from others in double, each with the rule that takes its gradient back to what it was computed from. */
public final class Tape {
    private final Map<LearnedArray, Node> learned = new LinkedHashMap<>();
    private final Deque<Runnable> backward = new ArrayDeque<>();

    private Node add(double[] value, Consumer<Node> rule) {
        Node node = new Node(value);
        backward.push(() -> rule.accept(node));
        return node;
    }

    /** The numbers that are learned; the same vector at every use, so that its gradient is of all uses. */
    Node of(LearnedArray array) {
        return learned.computeIfAbsent(array, values -> new Node(values.values()));
    }

    /** A vector without gradient. */
    Node constant(double... value) {
        return new Node(value);
    }

    /** Matrix times vector; the matrix row by row, {@code [rows * input.length]}. */
    Node product(Node matrix, Node input) {
        int columns = input.length();
        double[] value = new double[matrix.length() / columns];
        for (int row = 0; row < value.length; row++) {
            for (int column = 0; column < columns; column++) {
                value[row] += matrix.value()[row * columns + column] * input.value()[column];
            }
        }
        return add(value, node -> {
            for (int row = 0; row < value.length; row++) {
                double gradient = node.gradient()[row];
                for (int column = 0; column < columns; column++) {
                    matrix.gradient()[row * columns + column] += gradient * input.value()[column];
                    input.gradient()[column] += gradient * matrix.value()[row * columns + column];
                }
            }
        });
    }

    Node sum(Node left, Node right) {
        double[] value = new double[left.length()];
        Arrays.setAll(value, i -> left.value()[i] + right.value()[i]);
        return add(value, node -> {
            for (int i = 0; i < value.length; i++) {
                left.gradient()[i] += node.gradient()[i];
                right.gradient()[i] += node.gradient()[i];
            }
        });
    }

    /** The products of the entries. */
    Node times(Node left, Node right) {
        double[] value = new double[left.length()];
        Arrays.setAll(value, i -> left.value()[i] * right.value()[i]);
        return add(value, node -> {
            for (int i = 0; i < value.length; i++) {
                left.gradient()[i] += node.gradient()[i] * right.value()[i];
                right.gradient()[i] += node.gradient()[i] * left.value()[i];
            }
        });
    }

    Node scaled(Node input, double factor) {
        double[] value = Arrays.stream(input.value()).map(x -> factor * x).toArray();
        return add(value, node -> {
            for (int i = 0; i < value.length; i++) {
                input.gradient()[i] += factor * node.gradient()[i];
            }
        });
    }

    Node tanh(Node input) {
        double[] value = Arrays.stream(input.value()).map(StrictMath::tanh).toArray();
        return add(value, node -> {
            for (int i = 0; i < value.length; i++) {
                input.gradient()[i] += node.gradient()[i] * (1 - value[i] * value[i]);
            }
        });
    }

    Node sigmoid(Node input) {
        double[] value = Arrays.stream(input.value())
                .map(x -> 1 / (1 + StrictMath.exp(-x)))
                .toArray();
        return add(value, node -> {
            for (int i = 0; i < value.length; i++) {
                input.gradient()[i] += node.gradient()[i] * value[i] * (1 - value[i]);
            }
        });
    }

    /** The entries {@code from ... from + length - 1}. */
    Node part(Node input, int from, int length) {
        return add(Arrays.copyOfRange(input.value(), from, from + length), node -> {
            for (int i = 0; i < length; i++) {
                input.gradient()[from + i] += node.gradient()[i];
            }
        });
    }

    /** A vector of numbers. */
    Node joined(List<Node> numbers) {
        return add(numbers.stream().mapToDouble(Node::number).toArray(), node -> {
            for (int i = 0; i < numbers.size(); i++) {
                numbers.get(i).gradient()[0] += node.gradient()[i];
            }
        });
    }

    /** The logarithm of the softmax at one place. */
    Node logProbability(Node logits, int at) {
        double[] shares = Softmax.of(logits.value());
        return add(new double[] {logits.value()[at] - Softmax.logOfSum(logits.value())}, node -> {
            for (int i = 0; i < shares.length; i++) {
                logits.gradient()[i] += node.gradient()[0] * ((i == at ? 1 : 0) - shares[i]);
            }
        });
    }

    /** The entropy H of the softmax in nats; its gradient is {@code -p_i (log p_i + H)}. */
    Node entropy(Node logits) {
        double[] shares = Softmax.of(logits.value());
        double logOfSum = Softmax.logOfSum(logits.value());
        double entropy = Entropy.of(shares);
        return add(new double[] {entropy}, node -> {
            for (int i = 0; i < shares.length; i++) {
                double logarithm = logits.value()[i] - logOfSum;
                logits.gradient()[i] -= node.gradient()[0] * shares[i] * (logarithm + entropy);
            }
        });
    }

    /**
     * The gradients of a number with respect to everything learned that it depends on. Once for each tape.
     *
     * @return by array, in the order of first use
     */
    Map<LearnedArray, double[]> gradients(Node result) {
        result.gradient()[0] = 1;
        backward.forEach(Runnable::run);
        Map<LearnedArray, double[]> gradients = new LinkedHashMap<>();
        learned.forEach((array, node) -> gradients.put(array, node.gradient()));
        return gradients;
    }
}
