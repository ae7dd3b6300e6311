package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isdarts.data.Cifar10Download;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data}: everything about datasets. */
@Command(
        name = "data",
        description = "Gets datasets.",
        mixinStandardHelpOptions = true,
        subcommands = DataCommand.Get.class)
final class DataCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code data get}: downloads a dataset. */
    @Command(
            name = "get",
            description = "Downloads a dataset; an interrupted download resumes where it stopped.",
            mixinStandardHelpOptions = true)
    static final class Get implements Callable<Integer> {
        private static final String CIFAR_10 = "cifar10";
        private static final double MEGABYTE = 1e6;
        private static final long REPORT_BYTES = 1_000_000;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(paramLabel = "cifar10", description = "Which dataset.")
        private String dataset;

        @Option(
                names = "--to",
                paramLabel = "DIR",
                defaultValue = "data",
                description = "Folder to save it in (default: ${DEFAULT-VALUE}).")
        private Path folder;

        @Override
        public Integer call() throws InterruptedException {
            if (!dataset.equals(CIFAR_10)) {
                throw new UserMistake("no dataset '" + dataset + "' can be downloaded; known is " + CIFAR_10);
            }
            PrintWriter out = spec.commandLine().getOut();
            boolean terminal = Terminal.columns() > 0;
            long[] reported = {-REPORT_BYTES};
            Path archive = new Cifar10Download().into(folder, (received, total) -> {
                if (terminal && received - reported[0] >= REPORT_BYTES) {
                    reported[0] = received;
                    out.printf(Locale.ROOT, "\r%.0f of %.0f MB ", received / MEGABYTE, total / MEGABYTE);
                    out.flush();
                }
            });
            if (terminal) {
                out.println();
            }
            out.println("use it with: --data " + archive);
            out.flush();
            return 0;
        }
    }
}
