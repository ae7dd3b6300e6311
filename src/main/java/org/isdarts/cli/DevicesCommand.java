package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.isdarts.device.Gpu;
import org.isdarts.device.Processor;
import org.isdarts.kernel.choice.KernelFinding;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code devices}: what this machine has to compute with. */
@Command(
        name = "devices",
        description =
                "Lists the processor and every graphics processor of this machine, and which kernels can use them.",
        mixinStandardHelpOptions = true)
final class DevicesCommand implements Runnable {
    private static final double GIGABYTE = 1L << 30;
    private static final double MEGABYTES_IN_GIGABYTE = 1024;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Processor processor = Processor.here();
        out.printf(
                Locale.ROOT,
                "processor  %s, %d cores, %d threads, %.1f GB of memory, %.1f GB free%n",
                processor.name(),
                processor.cores(),
                processor.threads(),
                processor.memoryBytes() / GIGABYTE,
                processor.freeBytes() / GIGABYTE);
        for (KernelFinding finding : KernelFinding.all(processor.threads())) {
            out.printf(
                    Locale.ROOT,
                    "  %-7s  %s%n",
                    finding.name(),
                    (finding.usable() ? "" : "cannot be used: ") + finding.words());
        }
        List<Gpu> gpus = Gpu.here();
        if (gpus.isEmpty()) {
            out.println("no graphics processor found; searches run on the processor");
        }
        gpus.forEach(gpu -> out.println("graphics   " + words(gpu) + System.lineSeparator() + "  " + gpu.verdict()));
        out.flush();
    }

    private static String words(Gpu gpu) {
        return gpu.nvidia() == null
                ? gpu.name()
                : String.format(
                        Locale.ROOT,
                        "%s, compute capability %.1f, %.1f GB, driver %s",
                        gpu.name(),
                        gpu.nvidia().computeCapability(),
                        gpu.nvidia().memoryMegabytes() / MEGABYTES_IN_GIGABYTE,
                        gpu.nvidia().driver());
    }
}
