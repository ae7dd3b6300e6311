package org.isdarts.ui.inspector;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.isdarts.event.History;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;

/** Describes the selection, or the run where nothing is selected. */
public final class Inspector extends Panel {
    private final WorkbenchModel model;
    private final VBox content = new VBox();
    private final RunPage runPage;
    private final SelectionPage selectionPage;

    /**
     * The inspector.
     *
     * @param links where it leads from a run
     */
    public Inspector(WorkbenchModel model, RunLinks links) {
        super("Inspector", Term.INSPECTOR);
        this.model = model;
        this.runPage = new RunPage(model, links);
        this.selectionPage = new SelectionPage(model);
        setId("inspector");
        content.getStyleClass().add("inspector");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        model.shown().addListener(observable -> show());
        model.selection().addListener(observable -> show());
        model.cellType().addListener(observable -> show());
        model.theme().addListener(observable -> show());
        model.score().addListener(observable -> show());
        show();
    }

    private void show() {
        History history = model.shown().get();
        Selection selection = model.selection().get();
        if (history.start() == null) {
            content.getChildren()
                    .setAll(Lines.muted(
                            "Facts about the run, and about what you click in the other views, appear here."));
        } else if (selection == null) {
            content.getChildren().setAll(runPage.of(history));
        } else {
            content.getChildren().setAll(selectionPage.of(history, selection));
        }
    }
}
