package org.isdarts.space;

import java.util.List;
import java.util.stream.Collectors;

/** The search spaces that can be searched. A further one is a file that declares it, and a line here. */
public final class SearchSpaces {
    /** All of them, in the order they are offered. */
    public static final List<SearchSpace> ALL =
            List.of(NasBench201.SPACE, Darts.SPACE, RobustDartsS2.SPACE, RobustDartsS3.SPACE);

    private SearchSpaces() {}

    /**
     * The space of that name.
     *
     * @throws IllegalArgumentException if no space is called so
     */
    public static SearchSpace of(String name) {
        return ALL.stream()
                .filter(space -> space.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no search space is called '" + name + "'; known are "
                        + ALL.stream().map(SearchSpace::name).collect(Collectors.joining(", "))));
    }
}
