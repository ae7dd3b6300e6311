package org.isdarts.ui.sweep;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;

/** Names of which any number is chosen, a box each. */
final class NameBoxes extends FlowPane {
    /**
     * Boxes of which the first name's is checked.
     *
     * @param id beginning of the ids of the boxes, which end with their names
     * @param names the names in the order of the boxes, and what stands beside each box
     * @param changed run whenever a box is checked or not
     */
    NameBoxes(String id, List<Map.Entry<String, String>> names, Runnable changed) {
        super(10, 6);
        names.forEach(name -> {
            CheckBox box = new CheckBox(name.getValue());
            box.setId(id + name.getKey());
            box.setUserData(name.getKey());
            box.setSelected(getChildren().isEmpty());
            box.selectedProperty().addListener(checked -> changed.run());
            getChildren().add(box);
        });
    }

    private Stream<CheckBox> boxes() {
        return getChildren().stream().map(CheckBox.class::cast);
    }

    /** Checks the boxes of these names alone. */
    void choose(List<String> names) {
        boxes().forEach(box -> box.setSelected(names.contains(box.getUserData())));
    }

    /** The names chosen, as a plan lists them; empty if none is. */
    String list() {
        return boxes().filter(CheckBox::isSelected)
                .map(box -> (String) box.getUserData())
                .collect(Collectors.joining(","));
    }
}
