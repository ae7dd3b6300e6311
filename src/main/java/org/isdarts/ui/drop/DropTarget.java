package org.isdarts.ui.drop;

import java.io.File;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;

/** Takes what is dropped onto a window, and says over the whole window, while it is dragged, what a drop will do. */
public final class DropTarget {
    private final Label overlay = new Label();
    private final BiConsumer<Dropped, String> use;
    private Dropped dragged;

    /**
     * @param root of the scene
     * @param use given what was dropped and, of text, the text
     */
    public DropTarget(Scene scene, Pane root, BiConsumer<Dropped, String> use) {
        this.use = use;
        overlay.setId("drop-overlay");
        overlay.getStyleClass().add("drop-overlay");
        overlay.setAlignment(Pos.CENTER);
        overlay.setWrapText(true);
        overlay.setMouseTransparent(true);
        overlay.setManaged(false);
        overlay.setVisible(false);
        root.getChildren().add(overlay);
        root.layoutBoundsProperty()
                .addListener(changed -> overlay.resizeRelocate(0, 0, root.getWidth(), root.getHeight()));
        scene.setOnDragOver(this::over);
        scene.setOnDragExited(exit -> hide());
        scene.setOnDragDropped(this::drop);
    }

    private static Dropped classify(Dragboard board) {
        return board.hasFiles()
                ? Dropped.of(board.getFiles().stream().map(File::toPath).toList())
                : Dropped.ofText(board.getString());
    }

    private static boolean isOfInterest(DragEvent drag) {
        Dragboard board = drag.getDragboard();
        // What the window itself lets one drag stays where it belongs.
        return drag.getGestureSource() == null && (board.hasFiles() || board.hasString());
    }

    private void over(DragEvent drag) {
        if (!isOfInterest(drag)) {
            return;
        }
        if (dragged == null) {
            dragged = classify(drag.getDragboard());
            overlay.setText(dragged.words());
            overlay.getStyleClass().removeAll("drop-refused");
            if (dragged.kind() == Dropped.Kind.OTHER) {
                overlay.getStyleClass().add("drop-refused");
            }
            overlay.setVisible(true);
        }
        // Also what cannot be used, so that a drop says why.
        drag.acceptTransferModes(TransferMode.COPY);
        drag.consume();
    }

    private void hide() {
        dragged = null;
        overlay.setVisible(false);
    }

    private void drop(DragEvent drop) {
        if (!isOfInterest(drop)) {
            return;
        }
        Dropped what = classify(drop.getDragboard());
        String text = what.paths().isEmpty() ? drop.getDragboard().getString() : "";
        hide();
        drop.setDropCompleted(what.kind() != Dropped.Kind.OTHER);
        drop.consume();
        // The desktop waits for the end of the drop, a wizard would not end.
        Platform.runLater(() -> use.accept(what, text));
    }
}
