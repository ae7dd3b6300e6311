package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.isdarts.report.PresetTable;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code strategies}: what there is to search with. */
@Command(
        name = "strategies",
        description =
                "Lists the methods of search; of one, what each preset sets and what was set in the published search.",
        mixinStandardHelpOptions = true)
final class StrategiesCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "STRATEGY", description = "Name of a strategy.")
    private String name;

    @Option(names = "--space", paramLabel = "SPACE", description = "Space of the search. Default: nas-bench-201.")
    private String space = SpaceSettings.SPACE.initial().name();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            Strategies.ALL.forEach(
                    kind -> out.printf(Locale.ROOT, "%-12s  %s: %s%n", kind.name(), kind.title(), kind.summary()));
        } else {
            describe(known(), SpaceSettings.SPACE.parse(space), out);
        }
        out.flush();
    }

    private StrategyKind known() {
        return Strategies.named(name)
                .orElseThrow(() -> new UserMistake("no strategy is called '" + name + "'; give one of "
                        + Strategies.ALL.stream().map(StrategyKind::name).collect(Collectors.joining(", "))));
    }

    private static void describe(StrategyKind strategy, SearchSpace space, PrintWriter out) {
        out.println(strategy.title() + " in " + space.title() + ". " + strategy.summary());
        out.println(strategy.published().words(space));
        out.println();
        AlignedTable.print(PresetTable.of(strategy, space), out);
    }
}
