package org.isdarts.ui.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.converter.IntegerStringConverter;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.FigureWidth;
import org.isdarts.figure.SizedFigure;
import org.isdarts.figure.file.FigureFiles;
import org.isdarts.figure.file.FigureFormat;

/** How figures are printed: the format first, then width, size of text, theme, and the resolution of pixels. */
final class PrintOptions extends FlowPane {
    private static final double DPI_WIDTH = 90;
    private static final double POINTS_PER_INCH = 72;
    private final ComboBox<FigureFormat> format = box("format", FigureFormat.PNG, List.of(FigureFormat.values()));
    private final ComboBox<FigureWidth> width = box("width", FigureWidth.AS_DRAWN, List.of(FigureWidth.values()));
    private final ComboBox<Integer> text = box("text-size", (int) FigureFont.TEXT, List.of(6, 7, 8, 9, 10));
    private final ComboBox<FigureTheme> theme = box("theme", FigureTheme.LIGHT, List.of(FigureTheme.values()));
    private final ComboBox<Integer> dpi = box("dpi", FigureFiles.PRINT_DPI, List.of(150, FigureFiles.PRINT_DPI, 600));
    private final Label size = new Label();

    PrintOptions() {
        super(10, 6);
        dpi.setEditable(true);
        dpi.setPrefWidth(DPI_WIDTH);
        dpi.setConverter(new IntegerStringConverter() {
            @Override
            public Integer fromString(String typed) {
                return typed.strip().matches("\\d{1,5}") ? super.fromString(typed.strip()) : dpi.getValue();
            }
        });
        dpi.disableProperty().bind(format.valueProperty().isNotEqualTo(FigureFormat.PNG));
        size.setId("print-size");
        size.getStyleClass().add("inspector-muted");
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        labeled("Format", format),
                        labeled("Width", width),
                        labeled("Text, pt", text),
                        labeled("Theme", theme),
                        labeled("dpi", dpi),
                        size);
    }

    private static <T> ComboBox<T> box(String id, T first, List<T> values) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setValue(first);
        return box;
    }

    private static HBox labeled(String words, ComboBox<?> choice) {
        Label label = new Label(words);
        label.setLabelFor(choice);
        HBox both = new HBox(6, label, choice);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    /** Runs {@code work} when the size a figure is printed at changes. */
    void onSizeChange(Runnable work) {
        Stream.of(width, text).forEach(box -> box.valueProperty().addListener(changed -> work.run()));
    }

    /** Light or dark. */
    ReadOnlyObjectProperty<FigureTheme> theme() {
        return theme.valueProperty();
    }

    FigureFormat format() {
        return format.getValue();
    }

    /** What stands in the field, whether or not Enter was pressed behind it. */
    int dpi() {
        dpi.commitValue();
        return dpi.getValue();
    }

    /** A figure in the chosen width and size of text. */
    SizedFigure size(Figure figure) {
        return width.getValue().size(figure, text.getValue());
    }

    /** Says how large a figure comes out. */
    void describe(SizedFigure figure) {
        String inches = String.format(
                Locale.ROOT,
                "%.2f × %.2f in",
                figure.preferredSize().width / POINTS_PER_INCH,
                figure.preferredSize().height / POINTS_PER_INCH);
        boolean smaller = figure.drawnTextSize() < figure.textSize();
        size.setText(
                smaller
                        ? inches + String.format(Locale.ROOT, "; to fit, text of %.1f pt", figure.drawnTextSize())
                        : inches);
    }
}
