package org.isdarts.app;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.isdarts.cli.CommandLineTool;
import org.isdarts.device.NativeFolder;
import org.isdarts.log.ProgramLog;

/** Where the program starts: with a command on the terminal, without one or with files to open in its window. */
public final class Main {
    /** It logs a stack trace where it cannot unpack; held, because the log manager forgets loggers that nobody holds. */
    private static final Logger JNA = Logger.getLogger("com.sun.jna");

    /** It warns at every start that JavaFX is on the class path, which is meant and harms nothing; held likewise. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final String ON_CLASS_PATH = "Unsupported JavaFX configuration: classes were loaded from";

    private Main() {}

    public static void main(String[] arguments) {
        // The versions of native parts differ on purpose; without this a warning goes to the console.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        if (!NativeFolder.ofThisUser().use()) {
            JNA.setLevel(Level.OFF);
        }
        passOverClassPath();
        boolean demo = arguments.length == 1 && arguments[0].equals(WindowApplication.DEMO);
        if (arguments.length > 0 && !demo && !areFiles(arguments)) {
            ProgramLog log = ProgramLog.ofThisUser();
            log.open(fault -> System.err.println(
                    "isdarts: something went wrong (" + fault + "); details are in " + log.folder()));
            System.exit(CommandLineTool.run(arguments));
        }
        Optional<String> missing = Display.missing();
        if (missing.isEmpty()) {
            // Figures are drawn into images; Java's own window system is not needed and would not go with JavaFX's.
            System.setProperty("java.awt.headless", "true");
            Application.launch(WindowApplication.class, arguments);
            System.exit(0);
        } else if (demo) {
            System.err.println("isdarts: " + missing.get() + "; the same search runs here in the terminal");
            System.setProperty("java.awt.headless", "true");
            System.exit(CommandLineTool.run(arguments));
        } else {
            System.err.println("isdarts: " + missing.get()
                    + "; or search without a window: isdarts search (isdarts --help lists more)");
            System.exit(2);
        }
    }

    /** Has JavaFX's other warnings logged alone. */
    static void passOverClassPath() {
        JAVAFX.setFilter(
                record -> record.getMessage() == null || !record.getMessage().startsWith(ON_CLASS_PATH));
    }

    /** Whether all are files or folders; a command comes before a folder of its name. */
    private static boolean areFiles(String... arguments) {
        return !CommandLineTool.isCommand(arguments[0])
                && Arrays.stream(arguments).allMatch(argument -> new File(argument).exists());
    }
}
