package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isdarts.data.DataException;
import org.isdarts.data.Picture;
import org.isdarts.predict.Classifier;
import org.isdarts.predict.Guess;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code predict}: tells which class images are of. */
@Command(
        name = "predict",
        description =
                "Tells which class images are of, by a trained network. Images that cannot be read are told of and"
                        + " passed over.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "NETWORK",
            description = "A finished evaluation, or an .onnx file exported from one.")
    private String network;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "PNG or JPEG files of any size.")
    private List<Path> images;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many classes are told of each image (default: ${DEFAULT-VALUE}).")
    private int top;

    @Override
    public Integer call() {
        if (top < 1) {
            throw new UserMistake("--top " + top + " is less than one class; give at least 1");
        }
        int exit = 0;
        try (Classifier classifier = Classifier.open(RunPlace.folder(network))) {
            for (Path image : images) {
                try {
                    print(image, classifier.classify(Picture.read(image)));
                } catch (DataException unreadable) {
                    spec.commandLine().getErr().println("isdarts: " + unreadable.getMessage());
                    exit = CommandLineTool.MISTAKE;
                }
            }
        }
        return exit;
    }

    private void print(Path image, List<Guess> guesses) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(image);
        guesses.stream()
                .limit(top)
                .forEach(guess -> out.printf(Locale.ROOT, "%7.2f %%  %s%n", 100 * guess.probability(), guess.name()));
        out.flush();
    }
}
