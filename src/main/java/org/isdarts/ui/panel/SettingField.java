package org.isdarts.ui.panel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;
import org.isdarts.data.DataSettings;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;

/** The control in which a setting is typed or chosen: a list where its values can be listed, a text field otherwise. */
public final class SettingField {
    private final Control control;
    private final Node node;

    private SettingField(Control control, Node node) {
        this.control = control;
        this.node = node;
    }

    /** A control that shows and changes a text. */
    public static SettingField of(Setting<?> setting, StringProperty text) {
        Control control = setting.choices().isEmpty() ? typed(setting, text) : chosen(setting, text);
        control.setId("setting-" + setting.key());
        control.setAccessibleText(setting.label() + ". " + setting.help());
        return new SettingField(control, withChoosers(setting, control, text));
    }

    /** What takes the keyboard. */
    public Control control() {
        return control;
    }

    /** What is laid out. */
    public Node node() {
        return node;
    }

    private static TextField typed(Setting<?> setting, StringProperty text) {
        TextField field = new TextField();
        if (setting == DataSettings.DATA) {
            field.setPromptText(ImagesName.PROMPT);
            field.textProperty().bindBidirectional(text, new ImagesName());
        } else {
            field.textProperty().bindBidirectional(text);
        }
        return field;
    }

    private static <T> ChoiceBox<String> chosen(Setting<T> setting, StringProperty text) {
        ChoiceBox<String> choice = new ChoiceBox<>();
        List<String> names = setting.choices().stream().map(setting::format).toList();
        choice.getItems().setAll(names);
        choice.valueProperty().bindBidirectional(text);
        return choice;
    }

    private static Node withChoosers(Setting<?> setting, Control field, StringProperty path) {
        if (setting == SearchSettings.BENCHMARK_TABLE) {
            return new HBox(
                    4,
                    growing(field),
                    chooser("…", "Choose a file", setting, path, (owner, title) -> FileDialogs.toOpen(owner, title)));
        }
        if (setting == DataSettings.DATA) {
            return new HBox(
                    4,
                    growing(field),
                    chooser("Folder …", "Choose a folder", setting, path, FileDialogs::folder),
                    chooser(
                            "File …",
                            "Choose a file",
                            setting,
                            path,
                            (owner, title) -> FileDialogs.toOpen(owner, title)));
        }
        return field;
    }

    private static Node growing(Control field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static Button chooser(
            String words,
            String meaning,
            Setting<?> setting,
            StringProperty path,
            BiFunction<Window, String, Optional<Path>> dialog) {
        Button choose = new Button(words);
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setAccessibleText(meaning + ": " + setting.label());
        choose.setOnAction(event -> dialog.apply(choose.getScene().getWindow(), setting.label())
                .ifPresent(chosen -> path.set(chosen.toString())));
        return choose;
    }
}
