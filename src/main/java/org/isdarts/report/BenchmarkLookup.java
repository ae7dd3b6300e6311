package org.isdarts.report;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.benchmark.BenchmarkTableException;
import org.isdarts.search.SearchSettings;
import org.isdarts.space.Genotype;

/** What the benchmark tables that searches name tell of what they found. Tables that cannot be read tell nothing. */
final class BenchmarkLookup {
    private final Map<String, BenchmarkTable> tables = new HashMap<>();
    private Optional<String> column = Optional.empty();

    /** Reads every table that the runs name. */
    BenchmarkLookup(List<ComparedRun> runs) {
        runs.forEach(run -> file(run)
                .filter(file -> !tables.containsKey(file))
                .flatMap(file -> read(file, run))
                .ifPresent(table -> add(file(run).orElseThrow(), table)));
    }

    private void add(String file, BenchmarkTable table) {
        tables.put(file, table);
        column = column.or(() -> Optional.of(table.columns().get(0)));
    }

    private static Optional<String> file(ComparedRun run) {
        return run.config().settings().find(SearchSettings.BENCHMARK_TABLE).filter(file -> !file.isEmpty());
    }

    private static Optional<BenchmarkTable> read(String file, ComparedRun run) {
        try {
            return Optional.of(BenchmarkTable.read(Path.of(file), run.config().searchSpace()));
        } catch (BenchmarkTableException unusable) {
            return Optional.empty();
        }
    }

    /** The accuracy by which the first table ranks; empty where no table tells anything. */
    Optional<String> column() {
        return column;
    }

    /** What a finished run found, looked up in its table; empty where that lacks it. */
    Optional<BenchmarkTable.Entry> entry(ComparedRun run) {
        return file(run).map(tables::get).filter(table -> run.isFinished()).flatMap(table -> run.genotype()
                .flatMap(genotype -> entry(table, genotype)));
    }

    private static Optional<BenchmarkTable.Entry> entry(BenchmarkTable table, Genotype genotype) {
        try {
            return Optional.of(table.entry(genotype));
        } catch (BenchmarkTableException lacking) {
            return Optional.empty();
        }
    }
}
