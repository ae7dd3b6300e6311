package org.isdarts.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.network.Graph.Layer;
import org.isdarts.network.Graph.Value;

/**
 * What the backward pass reads of the forward pass, while both are compiled. Most of it is kept. Where passes are given
 * coefficients, the inputs of edges are kept for the gradients of those; what a ReLU or a pooling makes of a kept value is
 * then not kept too, but made again when the backward pass comes to it.
 */
final class Remembered {
    /** For a graph that is not trained. */
    static final Remembered NOTHING = new Remembered();

    private final Map<Value, Integer> readers = new HashMap<>();
    private final Map<Value, Layer> makers = new HashMap<>();

    private Remembered() {}

    static Remembered of(Graph graph) {
        Remembered remembered = new Remembered();
        graph.layers().forEach(layer -> layer.remembered().forEach(remembered::addReader));
        if (graph.hasSlots()) {
            graph.layers().stream().filter(remembered::isMadeAgain).forEach(remembered::makeAgain);
        }
        return remembered;
    }

    private void addReader(Value value) {
        readers.merge(value, 1, Integer::sum);
    }

    private boolean isMadeAgain(Layer layer) {
        boolean isCheap = layer instanceof Graph.Relu || layer instanceof Graph.Pool;
        return isCheap
                && readers.containsKey(layer.output())
                && isKept(layer.inputs().get(0));
    }

    private void makeAgain(Layer maker) {
        makers.put(maker.output(), maker);
        maker.inputs().forEach(this::addReader);
    }

    /** Whether the forward pass leaves the value where it is until the backward pass has read it. */
    boolean isKept(Value value) {
        return readers.containsKey(value) && !makers.containsKey(value);
    }

    /** The layers that make again what the backward pass of this layer reads; each is told once. */
    List<Layer> toBeMadeFor(Layer layer) {
        List<Layer> making = new ArrayList<>();
        for (Value value : layer.remembered()) {
            Layer maker = makers.remove(value);
            if (maker != null) {
                making.add(maker);
            }
        }
        return making;
    }

    /** Notes that each of the values was read once; tells those that are not read any more. */
    List<Value> readBy(List<Value> values) {
        return values.stream()
                .filter(value -> readers.merge(value, -1, Integer::sum) == 0)
                .toList();
    }
}
