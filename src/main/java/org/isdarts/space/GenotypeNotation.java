package org.isdarts.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a genotype is written in one line of text, in the form that the tools of its search space read. */
public enum GenotypeNotation {
    /**
     * One operation on every edge, as the NAS-Bench-201 API writes it: {@code |op~0|+|op~0|op~1|+...}, the nodes
     * separated by {@code +} and every operation followed by its source node.
     */
    NODES_AND_EDGES {
        private static final Pattern ENTRY = Pattern.compile("([a-z_0-9]+)~(\\d{1,9})");

        @Override
        public String format(Genotype genotype) {
            SearchSpace space = genotype.space();
            List<Candidate> kept = genotype.cells().get(space.cellTypes().get(0));
            return IntStream.range(space.inputs(), space.nodes())
                    .mapToObj(node -> entering(space, kept, node)
                            .map(candidate -> operation(space, candidate) + "~"
                                    + edge(space, candidate).from())
                            .collect(Collectors.joining("|", "|", "|")))
                    .collect(Collectors.joining("+"));
        }

        @Override
        public Genotype parse(SearchSpace space, String text) {
            String[] nodes = text.replaceAll("\\s", "").split("\\+");
            if (nodes.length != space.nodes() - space.inputs()) {
                throw unreadable(space, text, "it has " + nodes.length + " nodes");
            }
            List<Candidate> kept = new ArrayList<>();
            for (int i = 0; i < nodes.length; i++) {
                if (!nodes[i].startsWith("|") || !nodes[i].endsWith("|") || nodes[i].length() < 2) {
                    throw unreadable(space, text, "node " + (i + 1) + " is not set in |...|");
                }
                for (String part : nodes[i].substring(1, nodes[i].length() - 1).split("\\|")) {
                    Matcher entry = ENTRY.matcher(part);
                    if (!entry.matches()) {
                        throw unreadable(space, text, "'" + part + "' is not operation~source");
                    }
                    kept.add(candidate(space, text, entry.group(1), entry.group(2), space.inputs() + i));
                }
            }
            return genotype(space, text, Map.of(space.cellTypes().get(0), kept));
        }
    },

    /**
     * A fixed number of operations for every node, as DARTS writes it:
     * {@code Genotype(normal=[('op', source), ...], normal_concat=[...], reduce=[...], reduce_concat=[...])}. What others
     * write is read too: over several lines, as JSON or a Python dictionary, a list for every node, and a weight after
     * the source.
     */
    TUPLES {
        private static final Pattern ENTRY = Pattern.compile(
                "[(\\[]\\s*['\"]([a-z_0-9]+)['\"]\\s*,\\s*(\\d{1,9})\\s*(?:,\\s*[-+.\\deE]+\\s*)?[)\\]]");

        @Override
        public String format(Genotype genotype) {
            SearchSpace space = genotype.space();
            String concat = IntStream.range(space.inputs(), space.nodes())
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", ", "[", "]"));
            return space.cellTypes().stream()
                    .map(type -> word(type) + "="
                            + IntStream.range(space.inputs(), space.nodes())
                                    .boxed()
                                    .flatMap(node ->
                                            entering(space, genotype.cells().get(type), node))
                                    .map(candidate -> "('" + operation(space, candidate) + "', "
                                            + edge(space, candidate).from() + ")")
                                    .collect(Collectors.joining(", ", "[", "]"))
                            + ", " + word(type) + "_concat=" + concat)
                    .collect(Collectors.joining(", ", "Genotype(", ")"));
        }

        @Override
        public Genotype parse(SearchSpace space, String text) {
            Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
            for (CellType type : space.cellTypes()) {
                List<Candidate> kept = new ArrayList<>();
                Matcher entry = ENTRY.matcher(list(space, text, word(type)));
                while (entry.find()) {
                    int node = space.inputs() + kept.size() / space.kept();
                    kept.add(candidate(space, text, entry.group(1), entry.group(2), node));
                }
                cells.put(type, kept);
            }
            return genotype(space, text, cells);
        }

        /** What stands between a cell's first bracket and the one that closes it. */
        private static String list(SearchSpace space, String text, String word) {
            Matcher begin = Pattern.compile("\\b" + word + "\\b['\"]?\\s*[=:]\\s*[\\[(]")
                    .matcher(text);
            if (!begin.find()) {
                throw unreadable(space, text, "it lacks " + word + "=[...]");
            }
            int open = 1;
            int end = begin.end();
            while (open > 0 && end < text.length()) {
                open += text.charAt(end) == '[' || text.charAt(end) == '(' ? 1 : 0;
                open -= text.charAt(end) == ']' || text.charAt(end) == ')' ? 1 : 0;
                end++;
            }
            if (open > 0) {
                throw unreadable(space, text, "the list of " + word + " does not end");
            }
            return text.substring(begin.end(), end - 1);
        }

        private String word(CellType type) {
            return type == CellType.NORMAL ? "normal" : "reduce";
        }
    };

    /** Most characters of an unreadable text that a message repeats. */
    private static final int SHOWN = 120;

    /** The notation of a search space: by edge where every edge keeps one operation, else by tuples. */
    public static GenotypeNotation of(SearchSpace space) {
        boolean oneOfEveryEdge =
                space.kept() == 1 && space.subsets().size() == space.edges().size();
        return oneOfEveryEdge && space.cellTypes().size() == 1 ? NODES_AND_EDGES : TUPLES;
    }

    /** The text of a genotype. */
    public abstract String format(Genotype genotype);

    /**
     * The genotype a text stands for.
     *
     * @throws IllegalArgumentException if the text is no genotype of that space; the message says why in one line
     */
    public abstract Genotype parse(SearchSpace space, String text);

    private static Stream<Candidate> entering(SearchSpace space, List<Candidate> kept, int node) {
        return kept.stream().filter(candidate -> edge(space, candidate).to() == node);
    }

    private static Edge edge(SearchSpace space, Candidate candidate) {
        return space.edges().get(candidate.edge());
    }

    private static String operation(SearchSpace space, Candidate candidate) {
        return space.operations().get(candidate.operation()).label();
    }

    private static Candidate candidate(SearchSpace space, String text, String operation, String source, int node) {
        // The public implementation abbreviates the separable and dilated convolutions of DARTS in its own way.
        String label = operation.replace("dua_sepc", "sep_conv").replace("dil_sepc", "dil_conv");
        int from = Integer.parseInt(source);
        int edge = from < node && node < space.nodes() ? space.edges().indexOf(new Edge(from, node)) : -1;
        if (edge < 0) {
            throw unreadable(space, text, "no edge leads from node " + source + " to node " + node);
        }
        int index = space.operations().stream().map(Operation::label).toList().indexOf(label);
        if (index < 0) {
            throw unreadable(space, text, "'" + operation + "' is none of its operations");
        }
        return new Candidate(edge, index);
    }

    private static Genotype genotype(SearchSpace space, String text, Map<CellType, List<Candidate>> cells) {
        Map<CellType, List<Candidate>> sorted = new EnumMap<>(CellType.class);
        cells.forEach((type, kept) -> sorted.put(
                type,
                kept.stream()
                        .sorted(Comparator.comparingInt(Candidate::edge).thenComparingInt(Candidate::operation))
                        .toList()));
        try {
            return new Genotype(space, sorted);
        } catch (IllegalArgumentException incomplete) {
            throw unreadable(space, text, incomplete.getMessage());
        }
    }

    private static IllegalArgumentException unreadable(SearchSpace space, String text, String why) {
        String line = text.strip().replaceAll("\\s+", " ");
        String shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …";
        return new IllegalArgumentException(
                "not a genotype of space " + space.name() + ": " + shown + " (" + why + ")");
    }
}
