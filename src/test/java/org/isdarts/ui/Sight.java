package org.isdarts.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/** What a user sees of the program, in words: two sights that are equal look alike. */
final class Sight {
    /** A caret blinks and a pressed button is drawn pressed; neither is what a control is for. */
    private static final List<String> PASSING = List.of("hover", "pressed", "armed", "focused", "focus-visible");

    private static final int EVERY_PIXEL = 5;

    private Sight() {}

    /** All windows and the clipboard, as they are now; on the JavaFX thread. */
    static List<String> now() {
        List<String> seen = new ArrayList<>();
        windows().forEach(window -> describe(window, seen));
        Clipboard clipboard = Clipboard.getSystemClipboard();
        seen.add("clipboard " + clipboard.getString() + pixels(clipboard.getImage()));
        return seen;
    }

    /** The windows that can be used, the latest last. */
    static List<Window> windows() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && !(window instanceof Tooltip))
                .toList();
    }

    /** The nodes below one that are drawn, that one first. */
    static List<Node> drawn(Node node) {
        List<Node> nodes = new ArrayList<>();
        collect(node, nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        if (!node.isVisible()) {
            return;
        }
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }

    private static void describe(Window window, List<String> seen) {
        seen.add(window.getClass().getSimpleName() + (window instanceof Stage stage ? " " + stage.getTitle() : ""));
        Node owner = window.getScene().getFocusOwner();
        seen.add("focus " + (owner == null ? "" : owner.getClass().getSimpleName() + owner.getId()));
        drawn(window.getScene().getRoot()).stream()
                .filter(node -> !isCaret(node))
                .map(Sight::words)
                .forEach(seen::add);
    }

    private static boolean isCaret(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }

    private static String words(Node node) {
        List<Object> words = new ArrayList<>(List.of(node.getClass().getSimpleName()));
        Bounds place = node.localToScene(node.getLayoutBounds());
        words.addAll(Arrays.asList(
                Math.round(place.getMinX()),
                Math.round(place.getMinY()),
                Math.round(place.getWidth()),
                Math.round(place.getHeight()),
                node.getStyle(),
                node.isDisabled(),
                node.getOpacity()));
        words.add(lasting(node.getPseudoClassStates()));
        words.add(node instanceof Labeled labeled ? labeled.getText() : "");
        words.add(node instanceof Text text ? text.getText() : "");
        words.add(node instanceof TextInputControl input ? input.getText() : "");
        words.add(node instanceof ComboBoxBase<?> box ? box.getValue() : "");
        words.add(node instanceof Slider slider ? slider.getValue() : "");
        words.add(node instanceof ScrollBar bar ? bar.getValue() : "");
        words.add(node instanceof ProgressBar bar ? bar.getProgress() : "");
        words.add(node instanceof Shape shape ? shape.getFill() + " " + shape.getStroke() : "");
        words.add(node instanceof ImageView view ? pixels(view.getImage()) : "");
        return words.toString();
    }

    private static Map<String, Boolean> lasting(ObservableSet<PseudoClass> states) {
        Map<String, Boolean> lasting = new TreeMap<>();
        states.forEach(state -> lasting.put(state.getPseudoClassName(), true));
        PASSING.forEach(lasting::remove);
        return lasting;
    }

    private static int pixels(Image image) {
        int hash = 0;
        PixelReader pixels = image == null ? null : image.getPixelReader();
        for (int y = 0; pixels != null && y < image.getHeight(); y += EVERY_PIXEL) {
            for (int x = 0; x < image.getWidth(); x += EVERY_PIXEL) {
                hash = 31 * hash + pixels.getArgb(x, y);
            }
        }
        return hash;
    }
}
