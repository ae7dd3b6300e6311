package org.isdarts.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.isdarts.run.ProgramVersion;
import org.isdarts.run.SupersededException;
import org.isdarts.search.JournalException;
import org.isdarts.search.SearchFailure;
import org.isdarts.settings.Setting;
import org.isdarts.settings.ViolationException;
import org.isdarts.text.UserException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program on a terminal. */
@Command(
        name = "isdarts",
        description = {
            "Searches neural architectures with IS-DARTS and other methods, and trains what was found.",
            "Without a command opens the window; with files in place of one (run folders, a genotype, images, a benchmark"
                    + " table) opens the window on them."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineTool.Version.class,
        subcommands = {
            DemoCommand.class,
            SearchCommand.class,
            EvaluateCommand.class,
            QueueCommand.class,
            SweepCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            SteeringCommand.Pause.class,
            SteeringCommand.Resume.class,
            SteeringCommand.Stop.class,
            SteeringCommand.Checkpoint.class,
            ExportCommand.class,
            PredictCommand.class,
            CompareCommand.class,
            ReproduceCommand.class,
            ServeCommand.class,
            DataCommand.class,
            DevicesCommand.class,
            StrategiesCommand.class,
            SelftestCommand.class,
            BenchCommand.class
        })
public final class CommandLineTool implements Runnable {
    /** Exit code of a failure that is not the user's. */
    static final int FAILED = 1;

    /** Exit code where the user has to put something right. */
    static final int MISTAKE = 2;

    /** Exit code where another process has taken the run over. */
    static final int SUPERSEDED = 3;

    /** Suggestions told at once. */
    private static final int MOST = 3;

    /** Stands in arguments for bytes that are no text in the encoding of the locale. */
    private static final char NOT_DECODED = '\ufffd';

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Tells {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"isdarts " + ProgramVersion.text()};
        }
    }

    /**
     * Runs one command.
     *
     * @return the exit code: 0 done, 1 failed, 2 the user has to put something right, 3 another process has taken the run
     *     over
     */
    public static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    /** Whether a word is the name of a command. */
    public static boolean isCommand(String word) {
        return new CommandLine(new CommandLineTool()).getSubcommands().containsKey(word);
    }

    /** Runs one command that prints what it finds to {@code out} and what is wrong to {@code err}. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine tool = new CommandLine(new CommandLineTool())
                .setOut(out)
                .setErr(err)
                .registerConverter(Integer.class, text -> wholeNumber(text, Integer::valueOf))
                .registerConverter(Long.class, text -> wholeNumber(text, Long::valueOf))
                .setParameterExceptionHandler((wrong, given) -> mistake(wrong.getCommandLine(), words(wrong)))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(command, failure));
        for (String argument : arguments) {
            if (argument.indexOf(NOT_DECODED) >= 0) {
                return mistake(
                        tool,
                        "'" + argument + "' cannot be read in this locale; start with LC_ALL=C.UTF-8, or give a name in"
                                + " ASCII");
            }
        }
        try {
            int code = tool.execute(arguments);
            if (out.checkError()) {
                err.println("isdarts: some output could not be written; the disk may be full or the pipe closed");
                return FAILED;
            }
            return code;
        } catch (OutOfMemoryError full) {
            err.println("isdarts: not enough memory; give fewer or smaller images, or a smaller --dpi");
            return FAILED;
        }
    }

    private static <T> T wholeNumber(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException noNumber) {
            throw new CommandLine.TypeConversionException("'" + text + "' is not a whole number");
        }
    }

    /** What is wrong, and the command or option that was likely meant. */
    private static String words(CommandLine.ParameterException wrong) {
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched && isMissingFile(unmatched)) {
            return "there is no " + unmatched.getUnmatched().get(0)
                    + "; give a file or folder that is there, or a command";
        }
        List<String> likely = wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        return likely.isEmpty()
                ? wrong.getMessage()
                : wrong.getMessage() + "; did you mean "
                        + String.join(" or ", likely.subList(0, Math.min(MOST, likely.size()))) + "?";
    }

    /** Whether what stands in place of a command is a path; the window opens those that are there. */
    private static boolean isMissingFile(CommandLine.UnmatchedArgumentException unmatched) {
        String first = unmatched.getUnmatched().get(0);
        return unmatched.getCommandLine().getParent() == null && !first.startsWith("-") && first.matches(".*[/\\\\].*");
    }

    private static int mistake(CommandLine command, String message) {
        command.getErr().println("isdarts: " + oneLine(message));
        return MISTAKE;
    }

    private static int failed(CommandLine command, Exception failure) throws IOException {
        if (failure instanceof ViolationException wrong) {
            return mistake(command, wrong.violation().words(Setting::option));
        }
        if (failure instanceof UserException) {
            return mistake(command, failure.getMessage());
        }
        if (failure instanceof SupersededException) {
            command.getErr().println("isdarts: " + failure.getMessage());
            return SUPERSEDED;
        }
        if (failure instanceof JournalException || failure instanceof SearchFailure) {
            command.getErr().println("isdarts: " + oneLine(failure.getMessage()));
            return FAILED;
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        Path log = Files.createTempFile("isdarts-", ".log");
        Files.writeString(
                log,
                "isdarts " + ProgramVersion.text() + ", Java " + System.getProperty("java.version") + ", "
                        + System.getProperty("os.name") + System.lineSeparator() + trace);
        command.getErr()
                .println("isdarts: internal error: " + oneLine(String.valueOf(failure.getMessage()))
                        + "; details are in " + log);
        return FAILED;
    }

    private static String oneLine(String message) {
        return message.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse(message);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
