package org.isdarts.ui.panel;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isdarts.figure.FigureTheme;

/** A smaller window in the look of its owner, which goes on beside it. It opens over the owner's middle; Esc closes it. */
public abstract class SideWindow extends Stage {
    private static final String DARK = "dark";

    private final BorderPane root = new BorderPane();

    /** A window without content, in the theme of its owner. */
    protected SideWindow(Window owner, String title, String styleClass, double width, double height) {
        this(owner, theme(owner), title, styleClass, width, height);
    }

    private static FigureTheme theme(Window owner) {
        return owner.getScene().getRoot().getStyleClass().contains(DARK) ? FigureTheme.DARK : FigureTheme.LIGHT;
    }

    /**
     * A window without content.
     *
     * @param styleClass of its root in the owner's style sheets
     * @param width in pixels
     * @param height in pixels
     */
    protected SideWindow(
            Window owner, FigureTheme theme, String title, String styleClass, double width, double height) {
        initOwner(owner);
        setTitle(title);
        root.getStyleClass().addAll("workbench", styleClass);
        if (theme == FigureTheme.DARK) {
            root.getStyleClass().add(DARK);
        }
        root.setStyle(owner.getScene().getRoot().getStyle());
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        // A filter, for a list keeps the key to itself.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ESCAPE) {
                close();
            }
        });
        FocusReturn.in(scene);
        setScene(scene);
        setOnShown(shown -> {
            Placement.over(owner, this, width, height);
            first().requestFocus();
        });
    }

    /**
     * Closes it once the event that is handled now is over: JavaFX crashes on GTK where a window is gone while one of its text
     * fields still handles a key.
     */
    @Override
    public final void close() {
        Platform.runLater(this::hide);
    }

    /** What takes the keys when the window opens. */
    protected abstract Node first();

    /** What the content is put into. */
    protected final BorderPane root() {
        return root;
    }
}
