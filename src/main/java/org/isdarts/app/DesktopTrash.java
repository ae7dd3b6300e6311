package org.isdarts.app;

import com.sun.jna.Platform;
import com.sun.jna.platform.FileUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.isdarts.ui.library.TrashCan;

/** The trash of the desktop that this program runs on. */
final class DesktopTrash implements TrashCan {
    private static final int PATIENCE_SECONDS = 20;

    @Override
    public boolean take(Path folder) {
        return isOfSystem() ? takeBySystem(folder) : takeBy(List.of("gio", "trash"), folder);
    }

    /** Windows and macOS let only their user do that. */
    @Override
    public boolean giveBack(Path folder) {
        return !isOfSystem() && FreedesktopTrash.ofThisUser().giveBack(folder.toAbsolutePath());
    }

    private static boolean isOfSystem() {
        return Platform.isWindows() || Platform.isMac();
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
