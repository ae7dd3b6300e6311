package org.isdarts.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isdarts.ui.action.Action;

/**
 * Something on screen that can be pressed or chosen.
 *
 * @param name where it is and what it says; the same whenever it is met again
 * @param possible whether it can be pressed now
 * @param work presses it
 */
record Pressable(String name, boolean possible, Runnable work) {
    /** Everything that the windows show, by name; while a window asks something, what is in it. On the JavaFX thread. */
    static Map<String, Pressable> onScreen() {
        Map<String, Pressable> found = new LinkedHashMap<>();
        for (Window window : usable()) {
            String place = name(window);
            for (Pressable pressable : in(window, place)) {
                found.putIfAbsent(pressable.name(), pressable);
            }
        }
        return found;
    }

    private static List<Window> usable() {
        List<Window> windows = Sight.windows();
        for (int i = windows.size() - 1; i >= 0; i--) {
            if (windows.get(i) instanceof Stage stage && stage.getModality() != Modality.NONE) {
                return windows.subList(i, windows.size());
            }
        }
        return windows;
    }

    private static String name(Window window) {
        if (window instanceof Stage stage) {
            // Every new sweep gets a folder of its own, and its window the folder's name.
            return stage.getOwner() == null ? "window" : stage.getTitle().replaceFirst("^(Sweep sweep)-\\d+$", "$1");
        }
        if (window instanceof ContextMenu menu && menu.getOwnerNode() != null) {
            return "menu of " + words(menu.getOwnerNode());
        }
        return window.getScene().getRoot().lookup("#palette") == null
                ? window.getClass().getSimpleName()
                : "palette";
    }

    private static List<Pressable> in(Window window, String place) {
        List<Pressable> found = new ArrayList<>();
        if (window instanceof ContextMenu menu) {
            items(menu.getItems(), place, found);
        }
        for (Node node : Sight.drawn(window.getScene().getRoot())) {
            of(node, place, found);
        }
        return found;
    }

    private static void items(List<MenuItem> items, String place, List<Pressable> found) {
        for (MenuItem item : items) {
            if (item instanceof Menu menu) {
                items(menu.getItems(), place + " > " + menu.getText(), found);
            } else if (!(item instanceof SeparatorMenuItem || item instanceof CustomMenuItem) && item.isVisible()) {
                found.add(new Pressable(place + " > " + withoutReason(item.getText()), !item.isDisable(), item::fire));
            }
        }
    }

    /** What an item says in parentheses is why it cannot be chosen. */
    private static String withoutReason(String text) {
        return text.replaceFirst(" \\(.*\\)$", "");
    }

    private static void of(Node node, String place, List<Pressable> found) {
        String name = place + " > " + path(node) + words(node);
        boolean possible = !node.isDisabled();
        if (node instanceof MenuButton menu) {
            found.add(new Pressable(name + " (menu)", possible, menu::show));
        }
        if (node instanceof ListView<?> list && list.getItems().stream().noneMatch(Action.class::isInstance)) {
            int chosen = list.getSelectionModel().getSelectedIndex();
            if (list.getItems().size() > (chosen < 0 ? 0 : 1)) {
                found.add(new Pressable(name + " (another row)", possible, () -> other(list)));
            }
        }
        if (node instanceof ToggleButton toggle && toggle.getToggleGroup() != null) {
            if (!toggle.isSelected()) {
                found.add(new Pressable(name, possible, toggle::fire));
            }
        } else if (node instanceof ButtonBase button
                && (!(node instanceof MenuButton) || node instanceof SplitMenuButton)) {
            found.add(new Pressable(name, possible, button::fire));
        } else if (node instanceof ComboBox<?> box) {
            found.add(new Pressable(name, possible && box.getItems().size() > 1, () -> other(box.getSelectionModel())));
        } else if (node instanceof ChoiceBox<?> box) {
            found.add(new Pressable(name, possible && box.getItems().size() > 1, () -> other(box.getSelectionModel())));
        } else if (node instanceof TabPane tabs) {
            tabs.getTabs().forEach(tab -> found.add(tab(tabs, tab, name)));
        } else if (node instanceof ListView<?> list && list.getItems().stream().anyMatch(Action.class::isInstance)) {
            list.getItems().forEach(item -> found.add(command(list, (Action) item, place)));
        } else if (node instanceof Control control
                && !(node instanceof TextInputControl)
                && control.getContextMenu() != null) {
            found.add(new Pressable(name + " (right click)", possible, () -> rightClick(control)));
        }
    }

    private static void other(SelectionModel<?> choice) {
        if (choice.getSelectedIndex() == 0) {
            choice.selectNext();
        } else {
            choice.selectFirst();
        }
    }

    private static void other(ListView<?> list) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        list.getSelectionModel().clearAndSelect(chosen == 0 ? 1 : 0);
    }

    private static Pressable tab(TabPane tabs, Tab tab, String name) {
        return new Pressable(
                name + " tab " + tab.getText(),
                tabs.getSelectionModel().getSelectedItem() != tab,
                () -> tabs.getSelectionModel().select(tab));
    }

    /** As with the arrow keys and Enter. */
    private static Pressable command(ListView<?> list, Action action, String place) {
        return new Pressable(place + " > " + action.name(), true, () -> {
            list.getSelectionModel().clearAndSelect(list.getItems().indexOf(action));
            TextField typed = (TextField) list.getScene().lookup("#palette");
            Event.fireEvent(
                    typed, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    private static void rightClick(Control control) {
        javafx.geometry.Point2D corner = control.localToScreen(5, 5);
        control.getContextMenu().show(control, corner.getX(), corner.getY());
    }

    private static String words(Node node) {
        String words = node.getId() != null ? "#" + node.getId() : null;
        if (words == null && node instanceof Labeled labeled && labeled.getText() != null) {
            words = labeled.getText();
        }
        return Stream.of(words, node.getAccessibleText())
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(node.getClass().getSimpleName());
    }

    /** The parts of the program that it is in. */
    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            // The buttons below a wizard's page are others on every page.
            Class<?> type = up instanceof DialogPane pane && pane.getContent() != null
                    ? pane.getContent().getClass()
                    : up.getClass();
            if (type.getName().startsWith("org.isdarts")) {
                path.insert(0, type.getSimpleName() + " > ");
            }
        }
        return path.toString();
    }
}
