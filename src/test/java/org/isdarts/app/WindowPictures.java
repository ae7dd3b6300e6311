package org.isdarts.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of the program's own window, for documents.
 *
 * @param robot moves the mouse and presses keys
 * @param folder the pictures are written to; made if it is missing
 */
record WindowPictures(FxRobot robot, Path folder) {
    /** What takes pictures. */
    @FunctionalInterface
    interface Taking {
        void take() throws Exception;
    }

    /** Takes pictures without a display, and ends the program. */
    static void takeAndExit(Taking pictures) {
        System.setProperty("java.awt.headless", "true");
        int status = 1;
        try {
            pictures.take();
            status = 0;
        } catch (Exception | Error failed) {
            // The program's log, where it would be told else, lies in the temporary home.
            failed.printStackTrace(System.out);
        } finally {
            System.exit(status);
        }
    }

    /** Gives the window the size of a common small screen. */
    void size(Stage window) {
        robot.interact(() -> {
            window.setX(0);
            window.setY(0);
            window.setWidth(1366);
            window.setHeight(768);
        });
    }

    /** Waits until views that are drawn beside the window's thread have come. */
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(2, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /**
     * Writes a picture.
     *
     * @param part of the node; null for all of it
     * @param name of the file, without its ending
     */
    void write(Node node, SnapshotParameters part, String name) throws IOException {
        CompletableFuture<WritableImage> image = new CompletableFuture<>();
        robot.interact(() -> image.complete(node.snapshot(part, null)));
        Files.createDirectories(folder);
        ImageIO.write(
                SwingFXUtils.fromFXImage(image.join(), null),
                "png",
                folder.resolve(name + ".png").toFile());
    }
}
