package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.search.SearchSettings;
import org.isdarts.selftest.Check;
import org.isdarts.selftest.Selftest;
import org.isdarts.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code selftest}: compares the numeric engine with reference numbers. */
@Command(
        name = "selftest",
        description = "Compares the numeric engine with reference numbers of the method's public implementation.",
        mixinStandardHelpOptions = true,
        modelTransformer = SettingOptions.Adding.class)
final class SelftestCommand implements Callable<Integer>, SettingOptions.Command {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "Folder with NAME.npz and NAME.json (default: a small set inside the program).")
    private Path reference;

    private final SettingOptions options =
            new SettingOptions(List.of(ComputeSettings.THREADS, ComputeSettings.KERNELS));

    @Override
    public SettingOptions settings() {
        return options;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Settings chosen = options.over(SearchSettings.initial());
        int threads = chosen.get(ComputeSettings.THREADS);
        String library = chosen.get(ComputeSettings.KERNELS);
        Map<String, List<Check>> results;
        List<Selftest.Strategies> strategies;
        try (Kernels kernels = KernelLibrary.open(library, Precision.FLOAT32, threads);
                Kernels precise = new ReferenceKernels()) {
            out.println(kernels.description());
            out.flush();
            Printed printed = new Printed(out);
            results = Selftest.run(reference, kernels, printed::add);
            strategies = Selftest.runStrategies(reference, kernels, precise, printed::add);
        }
        strategies.forEach(found -> printUnchecked(out, found));
        List<Check> all = Stream.concat(
                        results.values().stream(), strategies.stream().map(Selftest.Strategies::checks))
                .flatMap(List::stream)
                .toList();
        boolean passed = all.stream().allMatch(Check::passed);
        int open = all.stream().mapToInt(Check::open).sum();
        if (open > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d numbers were not compared: rounding alone changes them by more than 10 %% on this reference%n",
                    open);
        }
        out.println(passed ? "selftest passed" : "selftest failed");
        out.flush();
        return passed ? 0 : CommandLineTool.FAILED;
    }

    private static void printUnchecked(PrintWriter out, Selftest.Strategies strategies) {
        if (!strategies.unchecked().isEmpty()) {
            out.println(strategies.name() + ", not checked:");
            strategies.unchecked().forEach(method -> out.println("    " + method));
        }
    }

    /** The table, a line as each check ends. */
    private static final class Printed {
        private final PrintWriter out;
        private String name = "";

        Printed(PrintWriter out) {
            this.out = out;
        }

        void add(String reference, Check check) {
            if (!reference.equals(name)) {
                name = reference;
                printHead();
            }
            out.printf(
                    Locale.ROOT,
                    "%-34s %9d %8d %6d %10.2e %10.2e %10.2e  %-6s  %s%n",
                    check.subject(),
                    check.compared(),
                    check.within(),
                    check.open(),
                    check.plain(),
                    check.worst(),
                    check.allowed(),
                    check.passed() ? "ok" : "FAILED",
                    check.worstAt());
            if (!check.note().isEmpty()) {
                out.println("    " + check.note());
            }
            out.flush();
        }

        private void printHead() {
            out.println();
            out.printf(
                    Locale.ROOT,
                    "%-34s %9s %8s %6s %10s %10s %10s  %-6s  %s%n",
                    name,
                    "compared",
                    "within",
                    "open",
                    "plain",
                    "worst",
                    "allowed",
                    "",
                    "worst at");
        }
    }
}
