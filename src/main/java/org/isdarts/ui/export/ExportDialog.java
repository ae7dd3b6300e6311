package org.isdarts.ui.export;

import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.isdarts.ui.panel.EscapeKey;
import org.isdarts.ui.panel.Placement;

/** Writes or copies what leaves the window, a tab for each kind. */
public final class ExportDialog extends Dialog<Void> {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    /**
     * The dialog with these pages, at least one.
     *
     * @param name what is exported
     */
    public ExportDialog(Window owner, String name, List<ExportPage> pages) {
        initOwner(owner);
        initModality(Modality.NONE);
        setOnShown(shown -> Placement.over(owner, getDialogPane().getScene().getWindow(), WIDTH, HEIGHT));
        setTitle("Export " + name);
        TabPane tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pages.forEach(page -> tabs.getTabs().add(new Tab(page.title(), page.content())));
        getDialogPane().setContent(tabs);
        // Tabs ask for no size of their own before they are drawn.
        getDialogPane().setPrefSize(WIDTH, HEIGHT);
        setResizable(true);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        EscapeKey.presses(ButtonType.CLOSE, getDialogPane());
        getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        getDialogPane().getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
        getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
    }
}
