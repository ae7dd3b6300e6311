package org.isdarts.ui.wizard;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.ui.panel.FileDialogs;

/** The control in which a setting is typed or chosen: a list where its values can be listed, a text field otherwise. */
final class SettingField {
    private final Control control;
    private final Node node;

    private SettingField(Control control, Node node) {
        this.control = control;
        this.node = node;
    }

    /** A control that shows and changes a text. */
    static SettingField of(Setting<?> setting, StringProperty text) {
        Control control = setting.choices().isEmpty() ? typed(text) : chosen(setting, text);
        control.setId("setting-" + setting.key());
        control.setAccessibleText(setting.label() + ". " + setting.help());
        boolean file = setting == SearchSettings.BENCHMARK_TABLE;
        return new SettingField(control, file ? withChooser(setting, control, text) : control);
    }

    /** What takes the keyboard. */
    Control control() {
        return control;
    }

    /** What is laid out. */
    Node node() {
        return node;
    }

    private static TextField typed(StringProperty text) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static <T> ChoiceBox<String> chosen(Setting<T> setting, StringProperty text) {
        ChoiceBox<String> choice = new ChoiceBox<>();
        List<String> names = setting.choices().stream().map(setting::format).toList();
        choice.getItems().setAll(names);
        choice.valueProperty().bindBidirectional(text);
        return choice;
    }

    private static Node withChooser(Setting<?> setting, Control field, StringProperty path) {
        Button choose = new Button("…");
        choose.setAccessibleText("Choose a file: " + setting.label());
        choose.setOnAction(event -> FileDialogs.toOpen(field.getScene().getWindow(), setting.label())
                .ifPresent(chosen -> path.set(chosen.toString())));
        HBox.setHgrow(field, Priority.ALWAYS);
        return new HBox(4, field, choose);
    }
}
