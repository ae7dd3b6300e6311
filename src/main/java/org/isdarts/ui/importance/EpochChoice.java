package org.isdarts.ui.importance;

import java.util.List;
import java.util.TreeSet;
import javafx.beans.Observable;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.isdarts.ui.model.WorkbenchModel;

/** Every epoch after which importance was measured; several can be chosen for Figure 4, or the choice is left to it. */
final class EpochChoice extends FlowPane {
    private static final double WRAP = 330;
    private final WorkbenchModel model;

    EpochChoice(WorkbenchModel model) {
        super(3, 3);
        this.model = model;
        setId("figure4-epochs");
        setPrefWrapLength(WRAP);
        setMaxWidth(WRAP);
        model.shown().addListener(observable -> show());
        model.figure4Epochs().addListener((Observable observable) -> show());
        show();
    }

    private void show() {
        List<Integer> chosen = model.figure4Epochs();
        ToggleButton automatic = button("automatic", chosen.isEmpty());
        automatic.setTooltip(
                new Tooltip(
                        "Up to four shrink steps; until the search has finished, and when looking back, the last panel shows the latest epoch"));
        automatic.setOnAction(click -> {
            model.figure4Epochs().clear();
            show();
        });
        getChildren().setAll(automatic);
        for (int epoch : model.figures().measuredEpochs()) {
            ToggleButton button = button(Integer.toString(epoch), chosen.contains(epoch));
            button.setAccessibleText("Epoch " + epoch);
            button.setOnAction(click -> toggle(epoch));
            getChildren().add(button);
        }
    }

    private static ToggleButton button(String words, boolean chosen) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().add("small");
        button.setSelected(chosen);
        return button;
    }

    private void toggle(int epoch) {
        TreeSet<Integer> epochs = new TreeSet<>(model.figure4Epochs());
        if (!epochs.remove(epoch)) {
            epochs.add(epoch);
        }
        model.figure4Epochs().setAll(epochs);
    }
}
