package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isdarts.npy.NpyArray;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;

/**
 * Reference numbers of search strategies. Names of arrays begin with {@code SPACE/SEED/METHOD/}, or with
 * {@code decision/SEED/METHOD/}, {@code schedule/} and {@code shuffle/} where no network is needed. It notes what was read.
 */
final class StrategyReference {
    /** Images, their labels, and weights: what is computed with, not what is compared. */
    private static final Pattern GIVEN = Pattern.compile("(image|label)/.*|.*/(auxiliary_)?weight/.*");

    private static final Pattern OF_METHOD = Pattern.compile("(([^/]+)/\\d+/([^/]+))/(.*)");

    private final String name;
    private final JsonNode structure;
    private final Map<String, NpyArray> arrays;
    private final Set<String> read = new HashSet<>();
    private final Set<String> leftOut = new TreeSet<>();

    StrategyReference(String name, JsonNode structure, Map<String, NpyArray> arrays) {
        this.name = name;
        this.structure = structure;
        this.arrays = arrays;
    }

    /** Those of a folder. */
    static List<StrategyReference> readAll(Path folder) {
        return Reference.namesOfOthers(folder).stream()
                .map(name -> new StrategyReference(
                        name,
                        Reference.structure(name + Reference.STRUCTURE, Reference.in(folder)),
                        Reference.arrays(name + Reference.ARRAYS, Reference.in(folder))))
                .toList();
    }

    String name() {
        return name;
    }

    /**
     * Where numbers of a method are: {@code SPACE/SEED/METHOD} or {@code decision/SEED/METHOD}.
     *
     * @param method a regular expression
     */
    List<String> placesOf(String method) {
        return arrays.keySet().stream()
                .map(OF_METHOD::matcher)
                .filter(Matcher::matches)
                .filter(entry -> entry.group(3).matches(method))
                .map(entry -> entry.group(1))
                .distinct()
                .toList();
    }

    /** The space of a place, or DARTS' where only decisions are there, which are the authors'. */
    static SearchSpace space(String place) {
        String space = place.substring(0, place.indexOf('/'));
        return space.equals("decision") ? SearchSpaces.of("darts") : SearchSpaces.of(space);
    }

    /** The last parts of the names that begin with this and a slash, in order. */
    List<String> under(String start) {
        return arrays.keySet().stream()
                .filter(entry -> entry.startsWith(start + "/"))
                .map(entry -> entry.substring(start.length() + 1))
                .toList();
    }

    boolean has(String entry) {
        return arrays.containsKey(entry);
    }

    /**
     * The array of that name.
     *
     * @throws SelftestException if there is none
     */
    NpyArray array(String entry) {
        NpyArray array = arrays.get(entry);
        if (array == null) {
            throw new SelftestException(name + Reference.ARRAYS + " lacks " + entry);
        }
        read.add(entry);
        return array;
    }

    double[] numbers(String entry) {
        return array(entry).values();
    }

    /** The array cut along its last dimension. */
    double[][] table(String entry) {
        NpyArray array = array(entry);
        int columns = array.shape()[array.shape().length - 1];
        double[][] table = new double[array.values().length / columns][];
        Arrays.setAll(table, row -> Arrays.copyOfRange(array.values(), row * columns, (row + 1) * columns));
        return table;
    }

    /** The structure of a place. */
    JsonNode structure(String place) {
        JsonNode found = structure.get(place);
        if (found == null) {
            throw new SelftestException(name + Reference.STRUCTURE + " lacks " + place);
        }
        return found;
    }

    /** Notes that arrays of that prefix are compared as far as our nets have such numbers. */
    void skip(String prefix) {
        arrays.keySet().stream().filter(entry -> entry.startsWith(prefix)).forEach(read::add);
    }

    /** Notes something of the structure that is not compared. */
    void leaveOut(String what) {
        leftOut.add(what);
    }

    /** What was not compared: lines {@code METHOD: NAME, NAME}, and what was left out of the structure. */
    List<String> unread() {
        Map<String, Set<String>> unread = new TreeMap<>();
        for (String entry : arrays.keySet()) {
            Matcher ofMethod = OF_METHOD.matcher(entry);
            if (!read.contains(entry) && !GIVEN.matcher(entry).matches() && ofMethod.matches()) {
                String first = ofMethod.group(4).replaceAll("/.*", "");
                unread.computeIfAbsent(ofMethod.group(3), method -> new TreeSet<>())
                        .add(first);
            }
        }
        return Stream.concat(
                        unread.entrySet().stream()
                                .map(method -> method.getKey() + ": " + String.join(", ", method.getValue())),
                        leftOut.stream())
                .toList();
    }
}
