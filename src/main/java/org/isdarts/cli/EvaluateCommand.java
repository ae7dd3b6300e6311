package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.isdarts.data.Dataset;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.event.History;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.report.TestedEpoch;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunNames;
import org.isdarts.run.RunState;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: trains the network of a genotype from scratch, or resumes that. */
@Command(
        name = "evaluate",
        description =
                "Trains the network of a found genotype from scratch, to tell how good it is. The last line printed is"
                        + " the genotype.",
        mixinStandardHelpOptions = true,
        modelTransformer = SettingOptions.Adding.class)
final class EvaluateCommand implements Callable<Integer>, SettingOptions.Command {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final SettingOptions options = new SettingOptions(EvaluationSettings.CHOSEN);

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN|GENOTYPE",
            description = "Folder of a finished search, whose images are used if no others are given; a genotype in the"
                    + " notation of its space; or a file that holds one.")
    private String subject;

    @CommandLine.Mixin
    private RunPlace place;

    @Override
    public SettingOptions settings() {
        return options;
    }

    @Override
    public Integer call() {
        return place.isResumed() ? goOn() : begin();
    }

    private int begin() {
        if (subject == null) {
            throw new UserMistake("there is nothing to evaluate; give the folder of a finished search or a genotype");
        }
        EvaluationConfig unfitted = RunOrGenotype.of(subject).evaluation(options);
        KernelLibrary.requireKnown(unfitted.kernels(), unfitted.precision());
        Path path = place.fresh(RunNames.of(unfitted));
        Dataset dataset = RunPlace.images(unfitted, spec.commandLine().getErr());
        EvaluationConfig fitted =
                unfitted.fittedTo(dataset.train().count(), dataset.test().count());
        EvaluationConfig config = new EvaluationConfig(options.over(fitted.settings()));
        return new TerminalTraining(spec.commandLine(), config, path)
                .run(
                        (control, listener) -> LocalRunner.begin(path, config, dataset, control, listener),
                        this::printResult);
    }

    private int goOn() {
        RunFolder run = place.toResume(EvaluationConfig.KIND);
        if (subject != null) {
            throw new UserMistake("a run is resumed with the genotype it began with; leave out " + subject);
        }
        EvaluationConfig config = new EvaluationConfig(
                options.resuming(run.manifest().configuration().settings()));
        KernelLibrary.requireKnown(config.kernels(), config.precision());
        if (run.summary().state() == RunState.FINISHED) {
            spec.commandLine().getOut().println("this evaluation has already finished");
            printResult(run);
            return 0;
        }
        RunPlace.requireResumable(run);
        Dataset dataset = RunPlace.images(config, spec.commandLine().getErr());
        return new TerminalTraining(spec.commandLine(), config, run.path())
                .run(
                        (control, listener) -> LocalRunner.resume(run, config, dataset, control, listener),
                        this::printResult);
    }

    private void printResult(RunFolder run) {
        PrintWriter out = spec.commandLine().getOut();
        TestedEpoch.of(History.of(run.events()))
                .forEach(epoch -> out.printf("%-17s %s%n", epoch.name(), epoch.words()));
        out.println(run.summary().genotype());
        out.flush();
    }
}
