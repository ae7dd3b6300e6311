package org.isdarts.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
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

/** What a user sees of the program, as values: two sights that are equal look alike. */
final class Sight {
    /** A caret blinks and a pressed button is drawn pressed; neither is what a control is for. */
    private static final List<PseudoClass> PASSING = Stream.of(
                    "hover", "pressed", "armed", "focused", "focus-visible", "focus-within")
            .map(PseudoClass::getPseudoClass)
            .toList();

    /** An image is never drawn over; null is the key of none. */
    private static final Map<Image, Integer> PIXELS = new WeakHashMap<>();

    private static final int EVERY_PIXEL = 5;

    private Sight() {}

    /** All windows and the clipboard, as they are now; on the JavaFX thread. */
    static List<Object> now() {
        List<Object> seen = new ArrayList<>();
        windows().forEach(window -> describe(window, seen));
        Clipboard clipboard = Clipboard.getSystemClipboard();
        seen.add("clipboard " + clipboard.getString() + pixels(clipboard.getImage()));
        return seen;
    }

    /** All words of a sight. */
    static Set<String> words(List<Object> sight) {
        return sight.stream()
                .flatMap(seen -> seen instanceof List<?> values ? values.stream() : Stream.of(seen))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    /** Whether a window says that something is under way, as "Saving …" does. */
    static boolean isBusy() {
        return windows().stream()
                .filter(Stage.class::isInstance)
                .flatMap(window -> drawn(window.getScene().getRoot()).stream())
                .filter(node -> node.getClass() == Label.class)
                .map(node -> ((Label) node).getText())
                .anyMatch(text -> text != null && text.endsWith(" …"));
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

    private static void describe(Window window, List<Object> seen) {
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

    /** What is seen of a node, as values that are quickly compared. */
    private static List<Object> words(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        List<Object> words = new ArrayList<>(Arrays.asList(
                node.getClass(),
                Math.round(place.getMinX()),
                Math.round(place.getMinY()),
                Math.round(place.getWidth()),
                Math.round(place.getHeight()),
                node.getStyle(),
                node.isDisabled(),
                node.getOpacity(),
                lasting(node.getPseudoClassStates())));
        words.add(content(node));
        if (node instanceof Shape shape) {
            words.add(shape.getFill());
            words.add(shape.getStroke());
        }
        return words;
    }

    private static Object content(Node node) {
        if (node instanceof Labeled labeled) {
            return labeled.getText();
        } else if (node instanceof Text text) {
            return text.getText();
        } else if (node instanceof TextInputControl input) {
            return input.getText();
        } else if (node instanceof ComboBoxBase<?> box) {
            return box.getValue();
        } else if (node instanceof Slider slider) {
            return slider.getValue();
        } else if (node instanceof ScrollBar bar) {
            return bar.getValue();
        } else if (node instanceof ProgressBar bar) {
            return bar.getProgress();
        } else if (node instanceof ImageView view) {
            return PIXELS.computeIfAbsent(view.getImage(), Sight::pixels);
        }
        return "";
    }

    private static Set<PseudoClass> lasting(ObservableSet<PseudoClass> states) {
        if (states.isEmpty()) {
            return Set.of();
        }
        Set<PseudoClass> lasting = new HashSet<>(states);
        lasting.removeAll(PASSING);
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
