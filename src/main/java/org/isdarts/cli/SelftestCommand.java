package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.selftest.Check;
import org.isdarts.selftest.Selftest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code selftest}: compares the numeric engine with reference numbers. */
@Command(
        name = "selftest",
        description = "Compares the numeric engine with reference numbers of the method's public implementation.",
        mixinStandardHelpOptions = true)
final class SelftestCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "Folder with NAME.npz and NAME.json (default: a small set inside the program).")
    private Path reference;

    @Option(names = "--kernels", paramLabel = "K", defaultValue = "auto", description = "The compute library.")
    private String library;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute (default: all processors).")
    private Integer threads;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int used = Threads.of(threads);
        UserMistake.in(() -> {
            KernelLibrary.requireKnown(library, Precision.FLOAT32.label());
            return null;
        });
        boolean passed = true;
        try (Kernels kernels = KernelLibrary.open(library, Precision.FLOAT32.label(), used)) {
            out.println(kernels.description());
            for (var entry : Selftest.run(reference, kernels).entrySet()) {
                passed &= print(out, entry.getKey(), entry.getValue());
            }
        }
        out.println(passed ? "selftest passed" : "selftest failed");
        out.flush();
        return passed ? 0 : CommandLineTool.FAILED;
    }

    private static boolean print(PrintWriter out, String name, List<Check> checks) {
        out.println();
        out.printf(
                Locale.ROOT,
                "%-34s %9s %8s %10s %10s %10s  %-6s  %s%n",
                name,
                "compared",
                "within",
                "plain",
                "worst",
                "allowed",
                "",
                "worst at");
        for (Check check : checks) {
            out.printf(
                    Locale.ROOT,
                    "%-34s %9d %8d %10.2e %10.2e %10.2e  %-6s  %s%n",
                    check.subject(),
                    check.compared(),
                    check.within(),
                    check.plain(),
                    check.worst(),
                    check.allowed(),
                    check.passed() ? "ok" : "FAILED",
                    check.worstAt());
            if (!check.note().isEmpty()) {
                out.println("    " + check.note());
            }
        }
        out.flush();
        return checks.stream().allMatch(Check::passed);
    }
}
