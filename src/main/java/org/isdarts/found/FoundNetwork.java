package org.isdarts.found;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isdarts.network.Graph;
import org.isdarts.network.Initialization;

/**
 * A network with its numbers, ready to be handed to other tools.
 *
 * @param description what it is and what images it takes, in lines of words
 * @param images what images it was trained on; empty for one that is still to be trained
 * @param graph its layers
 * @param numbers its parameters and running statistics by name, each in row-major order; not to be changed
 */
public record FoundNetwork(
        List<String> description, Optional<ImageInput> images, Graph graph, Map<String, float[]> numbers) {
    /**
     * @throws IllegalArgumentException if numbers of the graph are lacking or are not as many as they should be
     */
    public FoundNetwork {
        List<String> unfit = unfit(graph, numbers);
        if (!unfit.isEmpty()) {
            throw new IllegalArgumentException("the network lacks numbers that fit " + unfit);
        }
        description = List.copyOf(description);
        numbers = Map.copyOf(numbers);
    }

    /** A network that was not trained on images of its own. */
    public FoundNetwork(List<String> description, Graph graph, Map<String, float[]> numbers) {
        this(description, Optional.empty(), graph, numbers);
    }

    private static List<String> unfit(Graph graph, Map<String, float[]> numbers) {
        return Stream.concat(graph.parameters().stream(), graph.statistics().stream())
                .filter(expected -> !numbers.containsKey(expected.name())
                        || numbers.get(expected.name()).length != expected.count())
                .map(Graph.Numbers::name)
                .toList();
    }

    /** A network with fresh numbers, to be trained. */
    public static FoundNetwork untrained(List<String> description, Graph graph, long seed) {
        return new FoundNetwork(description, graph, Initialization.of(graph, seed));
    }
}
