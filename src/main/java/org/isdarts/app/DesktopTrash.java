package org.isdarts.app;

import com.sun.jna.Platform;
import com.sun.jna.platform.FileUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The trash of the user's desktop. */
final class DesktopTrash {
    private static final int PATIENCE_SECONDS = 20;

    private DesktopTrash() {}

    /** Moves a folder there; false, with the folder still in its place, where there is no trash that takes it. */
    static boolean take(Path folder) {
        if (Platform.isWindows() || Platform.isMac()) {
            return takeBySystem(folder);
        }
        return takeBy(List.of("gio", "trash"), folder);
    }

    private static boolean takeBySystem(Path folder) {
        try {
            FileUtils.getInstance().moveToTrash(folder.toFile());
            return true;
        } catch (IOException | LinkageError refused) {
            return false;
        }
    }

    /** By a program that is given the folder. */
    static boolean takeBy(List<String> program, Path folder) {
        List<String> command = new ArrayList<>(program);
        command.add(folder.toAbsolutePath().toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            // Nobody else may move the folder while it still does.
            process.destroyForcibly().waitFor();
            return !Files.exists(folder);
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
