package org.isdarts.ui.mask;

import java.util.Optional;
import javafx.scene.control.Label;
import org.isdarts.event.History;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.MaskFigure;
import org.isdarts.space.CellType;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.CandidatePlot;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Labels;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;

/** A strip for every operation, which ends where it was discarded. */
public final class MaskView extends Panel {
    private final WorkbenchModel model;
    private final FigureView view = new FigureView();

    public MaskView(WorkbenchModel model) {
        super("Mask evolution", Term.MASK);
        this.model = model;
        setId("mask-view");
        view.setId("mask-figure");
        setCenter(view);
        Label hint = new Label("Point at a strip: why it ends");
        hint.setId("mask-hint");
        hint.getStyleClass().add("inspector-muted");
        controls(hint);
        new CandidatePlot(
                model,
                view,
                (candidate, point) -> Optional.of(Labels.candidateInFull(
                                model.shown().get(), candidate) + "\n"
                        + Labels.fate(model.shown().get(), model.cellType().get(), candidate)));
        model.shown().addListener(observable -> show());
        model.cellType().addListener(observable -> show());
        model.theme().addListener(observable -> show());
        show();
    }

    private void show() {
        History history = model.shown().get();
        if (history.start() == null) {
            view.say("Each operation has a strip here, which ends where the operation is discarded.");
            return;
        }
        ChartedRun run = model.charted();
        CellType cellType = model.cellType().get();
        FigureTheme theme = model.theme().get();
        view.show(() -> new MaskFigure(cellType, theme).of(run));
    }
}
