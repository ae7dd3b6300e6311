package org.isdarts.ui.curves;

import java.util.List;
import org.isdarts.ui.model.WorkbenchModel;

/** The training of the run that is open. */
public final class CurvesView extends CurvesPanel {
    private final WorkbenchModel model;

    public CurvesView(WorkbenchModel model) {
        super(model.theme(), model.look().time(), model.look().smoothing());
        this.model = model;
        setId("curves-view");
        view().setId("curves-figure");
        model.shown().addListener(observable -> follow());
    }

    private void follow() {
        show(model.shown().get().start() == null ? List.of() : List.of(model.charted()));
    }
}
