package org.isdarts.table;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;

/**
 * Accuracies of all architectures of the NAS-Bench-201 space, from a CSV file: a column {@code architecture} with
 * genotype notations, then columns of accuracies in percent. The first column of accuracies ranks the architectures.
 */
public final class BenchmarkTable {
    /** Architectures of the NAS-Bench-201 space: five operations on six edges. */
    public static final int ARCHITECTURES = 15_625;

    private static final String ARCHITECTURE = "architecture";

    private final Path file;
    private final List<String> columns;
    private final Map<String, double[]> accuracies;

    private BenchmarkTable(Path file, List<String> columns, Map<String, double[]> accuracies) {
        this.file = file;
        this.columns = columns;
        this.accuracies = accuracies;
    }

    /**
     * What the table says of one architecture.
     *
     * @param columns names of the accuracies
     * @param accuracies in percent, in the order of the columns
     * @param rank place by the first column, from 1; equal accuracies share the better place
     * @param architectures how many are ranked
     */
    public record Entry(List<String> columns, double[] accuracies, int rank, int architectures) {
        /** The accuracy of that column in percent, or NaN if there is none. */
        public double accuracy(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? Double.NaN : accuracies[index];
        }
    }

    /**
     * Reads a table.
     *
     * @throws BenchmarkTableException if the file is missing or is no such table
     */
    public static BenchmarkTable read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException binary) {
            throw new BenchmarkTableException(file + " is not a CSV file; give the accuracy table as text");
        } catch (IOException unreadable) {
            throw new BenchmarkTableException("the benchmark table " + file + " cannot be read"
                    + (Files.exists(file) ? "" : ": there is no such file") + "; give the path of a CSV file");
        }
        List<String> header =
                lines.isEmpty() ? List.of() : List.of(lines.get(0).strip().split(","));
        if (header.size() < 2 || !header.get(0).equals(ARCHITECTURE)) {
            throw new BenchmarkTableException(file + " is not a benchmark table: its first line must be '"
                    + ARCHITECTURE + ",' and the names of accuracies");
        }
        Map<String, double[]> accuracies = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                String[] cells = lines.get(i).strip().split(",");
                accuracies.put(cells[0], numbers(file, i + 1, cells, header.size()));
            }
        }
        return new BenchmarkTable(file, header.subList(1, header.size()), accuracies);
    }

    private static double[] numbers(Path file, int line, String[] cells, int expected) {
        if (cells.length == expected) {
            try {
                return Arrays.stream(cells)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
            } catch (NumberFormatException noNumber) {
                throw damaged(file, line, noNumber.getMessage());
            }
        }
        throw damaged(file, line, cells.length + " columns");
    }

    private static BenchmarkTableException damaged(Path file, int line, String found) {
        return new BenchmarkTableException(file + " line " + line + " is damaged (" + found
                + "); every line must hold an architecture and one number for each column");
    }

    /**
     * Makes sure that the table can rank what a search will find.
     *
     * @throws BenchmarkTableException if the space has no table of architectures
     */
    public static void requireRankable(SearchSpace space) {
        if (!space.equals(SearchSpace.NAS_BENCH_201)) {
            throw new BenchmarkTableException("the benchmark table knows architectures of space "
                    + SearchSpace.NAS_BENCH_201.name() + " only, not of " + space.name() + "; leave it out");
        }
    }

    /** How many architectures it holds; a whole table has {@value #ARCHITECTURES}. */
    public int architectures() {
        return accuracies.size();
    }

    /**
     * Looks an architecture up.
     *
     * @throws BenchmarkTableException if the table lacks it
     */
    public Entry entry(Genotype genotype) {
        double[] found = accuracies.get(genotype.notation());
        if (found == null) {
            throw new BenchmarkTableException("the benchmark table " + file + " lacks the architecture "
                    + genotype.notation() + "; give a table of all architectures");
        }
        int better = 0;
        for (double[] other : accuracies.values()) {
            if (other[0] > found[0]) {
                better++;
            }
        }
        return new Entry(columns, found.clone(), better + 1, accuracies.size());
    }
}
