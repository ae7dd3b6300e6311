package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.isdarts.device.Gpu;
import org.isdarts.device.Processor;
import org.isdarts.kernel.choice.KernelProbe;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code devices}: what this machine has to compute with. */
@Command(
        name = "devices",
        description =
                "Lists the processor and every graphics processor of this machine, and which kernels can use them.",
        mixinStandardHelpOptions = true)
final class DevicesCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Processor processor = Processor.here();
        out.println("processor  " + processor.words());
        for (KernelProbe finding : KernelProbe.all(processor.threads())) {
            out.printf(
                    Locale.ROOT,
                    "  %-9s  %s%n",
                    finding.name(),
                    (finding.usable() ? "" : "cannot be used: ") + finding.words());
        }
        List<Gpu> gpus = Gpu.here();
        if (gpus.isEmpty()) {
            out.println("no graphics processor found; searches run on the processor");
        }
        gpus.forEach(gpu -> out.println("graphics   " + gpu.words() + System.lineSeparator() + "  " + gpu.verdict()));
        out.flush();
    }
}
