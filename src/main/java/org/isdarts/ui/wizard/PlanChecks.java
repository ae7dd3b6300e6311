package org.isdarts.ui.wizard;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.data.DataSettings;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.kernel.choice.KernelProbe;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchData;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.ViolationException;

/** Finds what keeps a plan from being started: the settings themselves, its images, table, kernels or folder. */
final class PlanChecks {
    private final SearchPlan plan;

    PlanChecks(SearchPlan plan) {
        this.plan = plan;
    }

    /** The first problem; empty if the search can be started. */
    Optional<Problem> first() {
        try {
            SearchConfig config = plan.config();
            return images(config)
                    .or(() -> table(config))
                    .or(() -> kernels(config))
                    .or(this::folder);
        } catch (ViolationException wrong) {
            return Optional.of(Problem.of(wrong.violation()));
        }
    }

    private Optional<Problem> images(SearchConfig config) {
        if (plan.images().data().isEmpty()) {
            return ofImages(
                    plan.images().source().get() == DataSource.CIFAR_10
                            ? "CIFAR-10 has not been downloaded yet: download it, or choose its archive"
                            : "No images are chosen yet: choose a folder or an archive");
        }
        Optional<DataCheck> check = plan.images().checked(plan.imageSizing());
        if (check.isEmpty()) {
            return Optional.of(new Problem(DataSettings.DATA, "The images are being checked …", true));
        }
        if (check.get().dataset() == null) {
            return ofImages(check.get().problem());
        }
        SearchData.requireEnough(config, check.get().dataset());
        return Optional.empty();
    }

    private static Optional<Problem> ofImages(String message) {
        return Optional.of(new Problem(DataSettings.DATA, message));
    }

    private static Optional<Problem> table(SearchConfig config) {
        String table = config.benchmarkTable();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        try {
            BenchmarkTable.requireRankable(config.searchSpace());
            return Files.isRegularFile(Path.of(table))
                    ? Optional.empty()
                    : ofTable("there is no file " + table + "; choose a CSV file or leave the table out");
        } catch (RuntimeException mistake) {
            return ofTable(mistake.getMessage());
        }
    }

    private static Optional<Problem> ofTable(String message) {
        return Optional.of(new Problem(SearchSettings.BENCHMARK_TABLE, message));
    }

    private Optional<Problem> kernels(SearchConfig config) {
        String name = config.kernels();
        List<KernelProbe> meant = plan.kernels().get().stream()
                .filter(finding -> name.equals(KernelLibrary.AUTO) || name.equals(finding.name()))
                .toList();
        if (meant.isEmpty() || meant.stream().anyMatch(finding -> trainsIn(finding, config.precision()))) {
            return Optional.empty();
        }
        return meant.stream().noneMatch(KernelProbe::usable)
                ? Optional.of(new Problem(ComputeSettings.KERNELS, meant.get(0).words()))
                : Optional.of(new Problem(
                        ComputeSettings.PRECISION,
                        (name.equals(KernelLibrary.AUTO) ? "no kernels train" : name + " cannot train") + " in "
                                + config.precision() + " here; take " + Precision.FLOAT32.label()));
    }

    private static boolean trainsIn(KernelProbe finding, String precision) {
        return finding.usable()
                && (precision.equals(Precision.AUTO)
                        || finding.precisions().stream()
                                .anyMatch(known -> known.label().equals(precision)));
    }

    private Optional<Problem> folder() {
        String name = plan.runName().get().strip();
        try {
            Path folder = plan.runFolder();
            if (name.isEmpty() || !plan.runsFolder().equals(folder.getParent()) || name.startsWith(".")) {
                return ofFolder("give it a name of its own, without slashes and not beginning with a dot");
            }
            return Files.exists(folder)
                    ? ofFolder("the folder " + folder + " exists already; give the run another name")
                    : Optional.empty();
        } catch (InvalidPathException noPath) {
            return ofFolder("\"" + name + "\" cannot be a folder's name; give another");
        }
    }

    private static Optional<Problem> ofFolder(String message) {
        return Optional.of(new Problem(null, message));
    }
}
