package org.isdarts.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.isdarts.space.Genotype;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.text.TextFile;

/**
 * Accuracies of all architectures of a search space, from a CSV file: a column {@code architecture} with
 * genotype notations, then columns of accuracies in percent. The first column of accuracies ranks the architectures.
 */
public final class BenchmarkTable {
    private static final String ARCHITECTURE = "architecture";
    private static final int LARGEST_FILE_MB = 64;
    private static final double MOST_PERCENT = 100;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:[.,]\\d+)?(?:[eE][-+]?\\d+)?");

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
     * Reads a table of a space. Cells may be set in quotes and separated by commas, semicolons or tabs, decimals written with a
     * comma, and the row numbers of pandas may stand before the architectures.
     *
     * @throws BenchmarkTableException if the space has no tables, or the file is missing or is no such table
     */
    public static BenchmarkTable read(Path file, SearchSpace space) {
        requireRankable(space);
        String text = text(file);
        try (CSVParser rows = format(text).parse(new StringReader(text))) {
            List<String> header = rows.getHeaderNames();
            int architecture = header.size() > 2 && header.get(0).isEmpty() ? 1 : 0;
            List<String> columns = header.subList(Math.min(architecture + 1, header.size()), header.size());
            if (columns.isEmpty() || !header.get(architecture).equalsIgnoreCase(ARCHITECTURE)) {
                throw notATable(file, "");
            }
            Predicate<String> written = notation(space).asMatchPredicate();
            Map<String, double[]> accuracies = new HashMap<>();
            for (CSVRecord row : rows) {
                if (row.size() != header.size()) {
                    throw damaged(file, rows.getCurrentLineNumber(), row.size() + " columns");
                }
                long line = rows.getCurrentLineNumber();
                String cell = row.get(architecture);
                add(
                        accuracies,
                        file,
                        line,
                        written.test(cell) ? cell : notation(space, file, line, cell),
                        row.toList().subList(architecture + 1, row.size()));
            }
            if (accuracies.isEmpty()) {
                throw new BenchmarkTableException(
                        file + " holds no architectures; give a table with one in every line");
            }
            return new BenchmarkTable(file, columns, accuracies);
        } catch (UncheckedIOException unfit) {
            throw notATable(file, why(unfit.getCause()));
        } catch (IOException | IllegalArgumentException unfit) {
            throw notATable(file, why(unfit));
        }
    }

    private static String why(Exception unfit) {
        return " (" + unfit.getMessage().lines().findFirst().orElse("") + ")";
    }

    private static String text(Path file) {
        try {
            return TextFile.read(file, LARGEST_FILE_MB);
        } catch (IOException unreadable) {
            throw new BenchmarkTableException("the benchmark table " + file + " cannot be read: "
                    + (Files.exists(file) ? unreadable.getMessage() : "there is no such file")
                    + "; give the path of a CSV file");
        }
    }

    /** The separator is the one that stands first in the first line, outside of quotes. */
    private static CSVFormat format(String text) {
        String names = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        int separator = names.chars()
                .filter(sign -> ",;\t".indexOf(sign) >= 0)
                .findFirst()
                .orElse(',');
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter((char) separator)
                .setHeader()
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .get();
    }

    /** How nearly every table writes architectures; other notations are read too, but take longer. */
    private static Pattern notation(SearchSpace space) {
        String operation =
                space.operations().stream().map(Operation::label).collect(Collectors.joining("|", "(?:", ")~"));
        return Pattern.compile(IntStream.range(space.inputs(), space.nodes())
                .mapToObj(node -> IntStream.range(0, node)
                        .mapToObj(from -> operation + from)
                        .collect(Collectors.joining("\\|", "\\|", "\\|")))
                .collect(Collectors.joining("\\+")));
    }

    private static String notation(SearchSpace space, Path file, long line, String architecture) {
        try {
            return GenotypeReader.read(space, architecture).notation();
        } catch (IllegalArgumentException unreadable) {
            throw damaged(file, line, "its architecture cannot be read: " + unreadable.getMessage());
        }
    }

    private static void add(
            Map<String, double[]> accuracies, Path file, long line, String architecture, List<String> cells) {
        double[] numbers =
                cells.stream().mapToDouble(cell -> number(file, line, cell)).toArray();
        double[] before = accuracies.put(architecture, numbers);
        if (before != null && !Arrays.equals(before, numbers)) {
            throw damaged(file, line, "other accuracies than in an earlier line of this architecture");
        }
    }

    private static double number(Path file, long line, String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            throw damaged(file, line, "'" + cell + "' is not a number");
        }
        double percent = Double.parseDouble(cell.replace(',', '.'));
        if (percent < 0 || percent > MOST_PERCENT) {
            throw damaged(file, line, cell + " is not an accuracy in percent");
        }
        return percent;
    }

    private static BenchmarkTableException notATable(Path file, String why) {
        return new BenchmarkTableException(file + " is not a benchmark table: its first line must be '" + ARCHITECTURE
                + ",' and the names of accuracies" + why);
    }

    private static BenchmarkTableException damaged(Path file, long line, String found) {
        return new BenchmarkTableException(file + " line " + line + " is damaged (" + found
                + "); every line must hold an architecture and one number for each column");
    }

    /**
     * Makes sure that the table can rank what a search will find.
     *
     * @throws BenchmarkTableException if the space has no table of architectures
     */
    public static void requireRankable(SearchSpace space) {
        if (!space.isTabulated()) {
            String tabulated = SearchSpaces.ALL.stream()
                    .filter(SearchSpace::isTabulated)
                    .map(SearchSpace::name)
                    .collect(Collectors.joining(", "));
            throw new BenchmarkTableException("the benchmark table knows architectures of space " + tabulated
                    + " only, not of " + space.name() + "; leave it out");
        }
    }

    /** Names of the accuracies. */
    public List<String> columns() {
        return columns;
    }

    /** How many architectures it holds; a whole table has all of its space. */
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
