package org.isdarts.ui.curves;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.input.KeyEvent;
import org.isdarts.event.History;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.EpochKeys;

/** The training of the run that is open: always all of it, with a line at the epoch looked at. */
public final class CurvesView extends CurvesPanel {
    private final WorkbenchModel model;

    public CurvesView(WorkbenchModel model) {
        super(model.theme(), model.look().curves());
        this.model = model;
        setId("curves-view");
        view().setId("curves-figure");
        view().setAccessibleHelp("Left and right choose the epoch");
        view().addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        model.shown().addListener(observable -> follow());
        follow();
    }

    private void press(KeyEvent press) {
        if (model.isOpen() && !press.isShortcutDown()) {
            EpochKeys.press(model, press);
        }
    }

    private void follow() {
        boolean began = model.shown().get().start() != null;
        show(began ? List.of(new ChartedRun(model.name().get(), model.history().get())) : List.of());
    }

    @Override
    protected void drawn() {
        History shown = model.shown().get();
        double x = model.look().curves().get().axis().at(model.history().get(), shown.epoch());
        view().cursor(OptionalDouble.of(place(x)));
    }
}
