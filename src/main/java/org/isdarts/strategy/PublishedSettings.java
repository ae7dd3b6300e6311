package org.isdarts.strategy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isdarts.space.SearchSpace;

/**
 * What was set in the published searches with a method, by its authors or by a benchmark: texts by the keys of settings. What a
 * method was never searched with in a space is not known there; the values that do not depend on the space are what to begin
 * with then.
 */
public final class PublishedSettings {
    /** No search with the method was published. */
    public static final PublishedSettings NONE = new PublishedSettings(Map.of(), Map.of());

    /**
     * The weights and the architecture as DARTS trains them (quark0/darts), which most methods took over: SGD with plain
     * momentum, half a cosine, and Adam.
     */
    public static final PublishedSettings OF_DARTS = new PublishedSettings(
            Map.ofEntries(
                    Map.entry("epochs", "50"),
                    Map.entry("batchSize", "64"),
                    Map.entry("learningRate", "0.025"),
                    Map.entry("lastLearningRate", "0.001"),
                    Map.entry("momentum", "0.9"),
                    Map.entry("momentumKind", "polyak"),
                    Map.entry("weightDecay", "0.0003"),
                    Map.entry("gradientClip", "5"),
                    Map.entry("cropPadding", "4"),
                    Map.entry("flip", "on"),
                    Map.entry("trainImages", "all"),
                    Map.entry("architectureRate", "0.0003"),
                    Map.entry("architectureDecay", "0.001")),
            Map.of());

    /** The size of the nets of nearly all searches in the space of DARTS: eight cells. */
    public static final Map<String, String> EIGHT_CELLS = Map.of("channels", "16", "cells", "2");

    /** What the benchmark's own searches in NAS-Bench-201 have otherwise than DARTS (D-X-Y/AutoDL-Projects). */
    public static final Map<String, String> OF_AUTODL =
            Map.of("momentumKind", "nesterov", "weightDecay", "0.0005", "channels", "16", "cells", "5");

    private final Map<String, String> everywhere;
    private final Map<String, Search> searches;

    /**
     * A published search.
     *
     * @param source whose it is: a repository
     * @param values what was set otherwise than in other spaces
     */
    private record Search(String source, Map<String, String> values) {}

    private PublishedSettings(Map<String, String> everywhere, Map<String, Search> searches) {
        this.everywhere = Map.copyOf(everywhere);
        this.searches = Map.copyOf(searches);
    }

    /** What was set in every search with a method. */
    public static PublishedSettings of(Map<String, String> everywhere) {
        return NONE.with(everywhere);
    }

    /** The same with other values in every search. */
    public PublishedSettings with(Map<String, String> values) {
        return new PublishedSettings(joined(everywhere, values), searches);
    }

    /**
     * The same with a search in a space.
     *
     * @param space its name
     * @param source whose it is: a repository
     * @param values what was set otherwise than in every search
     */
    public PublishedSettings in(String space, String source, Map<String, String> values) {
        Map<String, Search> more = new HashMap<>(searches);
        more.put(space, new Search(source, Map.copyOf(values)));
        return new PublishedSettings(everywhere, more);
    }

    /** The names of the spaces in which searches were published. */
    public Set<String> spaces() {
        return searches.keySet();
    }

    /** Whose search in that space it is; empty if none was published. */
    public Optional<String> source(SearchSpace space) {
        return Optional.ofNullable(searches.get(space.name())).map(Search::source);
    }

    /** What to set in that space: as in the search there, or what was set in every search where there is none. */
    public Map<String, String> values(SearchSpace space) {
        Search search = searches.get(space.name());
        return search == null ? everywhere : joined(everywhere, search.values());
    }

    /** What was set in the published search in that space; nothing if there is none. */
    public Map<String, String> published(SearchSpace space) {
        return searches.containsKey(space.name()) ? values(space) : Map.of();
    }

    /** Where the values for that space are from, in a sentence. */
    public String words(SearchSpace space) {
        return source(space)
                .map(source -> "Paper's values: " + source + ".")
                .orElse(
                        "Never published for this space: the preset paper has its values elsewhere, and this space's net.");
    }

    private static Map<String, String> joined(Map<String, String> values, Map<String, String> others) {
        Map<String, String> joined = new HashMap<>(values);
        joined.putAll(others);
        return joined;
    }
}
