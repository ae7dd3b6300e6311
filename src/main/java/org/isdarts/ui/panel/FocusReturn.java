package org.isdarts.ui.panel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Gives the keyboard's focus back to what had it before, where what has it goes away or can no longer be used: a notice is
 * closed, a comparison left, a button disabled by its own press. JavaFX would pass it on to whatever comes next.
 */
public final class FocusReturn {
    private static final int REMEMBERED = 16;

    private final Deque<Node> earlier = new ArrayDeque<>();

    private FocusReturn() {}

    /** Watches a scene. */
    public static void in(Scene scene) {
        FocusReturn watch = new FocusReturn();
        scene.focusOwnerProperty().addListener((observable, before, now) -> watch.moved(scene, before, now));
    }

    private void moved(Scene scene, Node before, Node now) {
        if (before == null || canHaveFocus(scene, before)) {
            remember(now);
            return;
        }
        earlier.remove(before);
        // JavaFX is still on its way to what comes next.
        Platform.runLater(() -> giveBack(scene, now));
    }

    /** Unless the user has moved the focus meanwhile. */
    private void giveBack(Scene scene, Node passedOn) {
        if (scene.getFocusOwner() == null || scene.getFocusOwner() == passedOn || passedOn == null) {
            earlier.stream()
                    .filter(node -> canHaveFocus(scene, node))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private void remember(Node node) {
        if (node != null) {
            earlier.remove(node);
            earlier.addFirst(node);
        }
        while (earlier.size() > REMEMBERED) {
            earlier.removeLast();
        }
    }

    private static boolean canHaveFocus(Scene scene, Node node) {
        return node.getScene() == scene
                && !node.isDisabled()
                && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }
}
