package org.isdarts.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.converter.IntegerStringConverter;
import org.isdarts.event.SearchEvent;
import org.isdarts.export.FigureFiles;
import org.isdarts.export.FigureFormat;
import org.isdarts.export.RunFigures;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.isdarts.run.WriteFailure;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.Placement;

/** Shows every figure of a run as it will be written, and writes or copies it; copies caption and notation. */
public final class ExportDialog extends Dialog<Void> {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 620;
    private static final double PREVIEW_WIDTH = 720;
    private static final double PREVIEW_HEIGHT = 360;
    private final String name;
    private final Function<FigureTheme, Map<String, Figure>> source;
    private final ListView<String> names = new ListView<>();
    private final ComboBox<FigureTheme> theme = new ComboBox<>();
    private final ComboBox<Integer> dpi = new ComboBox<>();
    private final ImageView preview = new ImageView();
    private final TextArea caption = new TextArea();
    private final Label outcome = new Label();
    private final FlowPane buttons;
    private Map<String, Figure> figures;

    /** The dialog for the figures of a run that began. */
    public ExportDialog(Window owner, RunFigures figures) {
        this(
                owner,
                figures.run().name(),
                theme -> figures.in(theme).all(),
                figures.whole().end() instanceof SearchEvent.Finished finished
                        ? Optional.of(finished.genotype())
                        : Optional.empty());
    }

    /**
     * The dialog for some figures.
     *
     * @param name what they are of
     * @param source the figures of a theme, by the names of their files
     */
    public ExportDialog(Window owner, String name, Function<FigureTheme, Map<String, Figure>> source) {
        this(owner, name, source, Optional.empty());
    }

    private ExportDialog(
            Window owner, String name, Function<FigureTheme, Map<String, Figure>> source, Optional<String> genotype) {
        this.name = name;
        this.source = source;
        initOwner(owner);
        initModality(Modality.NONE);
        setOnShown(shown -> Placement.over(owner, getDialogPane().getScene().getWindow(), WIDTH, HEIGHT));
        setTitle("Export " + name);
        names.setId("figures");
        theme.getItems().setAll(FigureTheme.values());
        theme.setValue(FigureTheme.LIGHT);
        dpi.getItems().setAll(150, FigureFiles.PRINT_DPI, 600);
        dpi.setValue(FigureFiles.PRINT_DPI);
        dpi.setEditable(true);
        dpi.setPrefWidth(90);
        dpi.setId("dpi");
        dpi.setConverter(new IntegerStringConverter() {
            @Override
            public Integer fromString(String typed) {
                return typed.strip().matches("\\d{1,5}") ? super.fromString(typed.strip()) : dpi.getValue();
            }
        });
        caption.setEditable(false);
        caption.setWrapText(true);
        caption.setPrefRowCount(3);
        outcome.setWrapText(true);
        outcome.setId("outcome");
        StackPane paper = new StackPane(preview);
        paper.setPrefSize(PREVIEW_WIDTH + 20, PREVIEW_HEIGHT + 20);
        paper.getStyleClass().add("paper");
        preview.setPreserveRatio(true);
        preview.setFitWidth(PREVIEW_WIDTH);
        preview.setFitHeight(PREVIEW_HEIGHT);
        BorderPane content = new BorderPane();
        names.setPrefWidth(190);
        content.setLeft(names);
        BorderPane.setMargin(names, new Insets(0, 10, 0, 0));
        buttons = buttons(genotype);
        content.setCenter(new VBox(8, paper, caption, buttons, outcome));
        content.getStyleClass().add("export");
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        getDialogPane().getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
        theme.valueProperty().addListener(observable -> gather());
        names.getSelectionModel().selectedItemProperty().addListener(observable -> preview());
        gather();
    }

    private FlowPane buttons(Optional<String> genotype) {
        Button save = new Button("Save as …");
        save.setDefaultButton(true);
        save.setId("save-figure");
        save.setOnAction(click -> choosePlace());
        Button saveAll = new Button("Save all …");
        saveAll.setId("save-all-figures");
        saveAll.setOnAction(click -> chooseFolder());
        Button copyImage = new Button("Copy figure");
        copyImage.setOnAction(click -> copyImage());
        Button copyCaption = new Button("Copy caption");
        copyCaption.setOnAction(click -> copyText(caption.getText()));
        FlowPane row = new FlowPane(8, 8, save, saveAll, copyImage, copyCaption);
        genotype.ifPresent(notation -> {
            Button copyNotation = new Button("Copy genotype");
            copyNotation.setOnAction(click -> copyText(notation));
            row.getChildren().add(copyNotation);
        });
        row.getChildren().addAll(labelled("theme", theme), labelled("dpi", dpi));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox labelled(String words, ComboBox<?> choice) {
        Label label = new Label(words);
        label.setLabelFor(choice);
        HBox both = new HBox(6, label, choice);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private void gather() {
        String chosen = names.getSelectionModel().getSelectedItem();
        figures = source.apply(theme.getValue());
        names.getItems().setAll(figures.keySet());
        names.getSelectionModel().select(chosen == null ? names.getItems().get(0) : chosen);
        preview();
    }

    private void preview() {
        Figure figure = chosen();
        if (figure != null) {
            preview.setImage(SwingFXUtils.toFXImage(FigureFormat.image(figure, 144), null));
            caption.setText(figure.caption());
        }
    }

    private Figure chosen() {
        String name = names.getSelectionModel().getSelectedItem();
        return name == null ? null : figures.get(name);
    }

    private FigureExport export() {
        return new FigureExport(chosen(), names.getSelectionModel().getSelectedItem(), dpi());
    }

    /** What stands in the field, whether or not Enter was pressed behind it. */
    private int dpi() {
        dpi.commitValue();
        return dpi.getValue();
    }

    private void choosePlace() {
        export().askWhere(getDialogPane().getScene().getWindow()).ifPresent(this::save);
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Save every figure as PNG in a new folder within");
        Optional.ofNullable(chooser.showDialog(getDialogPane().getScene().getWindow()))
                .ifPresent(folder -> saveAll(folder.toPath()));
    }

    /** Writes every figure into a new folder within that one, so that nothing is replaced, and says what came of it. */
    void saveAll(Path folder) {
        Path place = newFolder(folder);
        int resolution = dpi();
        inBackground(() -> {
            try {
                FigureFiles.writeAll(figures, place, resolution);
                return "Saved " + figures.size() + " figures and their captions in " + place;
            } catch (FigureException wrong) {
                return wrong.getMessage();
            } catch (IOException failed) {
                return "Not saved: " + WriteFailure.reason(failed) + "; choose another folder";
            }
        });
    }

    /** Writes on a thread of its own. Meanwhile no figure is drawn here: a chart draws for one thread at a time. */
    private void inBackground(Supplier<String> writing) {
        outcome.setText("Saving …");
        setBusy(true);
        Background.start(
                "export",
                cancelled -> writing.get(),
                told -> {
                    setBusy(false);
                    outcome.setText(told);
                },
                failure -> {
                    setBusy(false);
                    outcome.setText("Not saved");
                    Background.unexpected(failure);
                });
    }

    private void setBusy(boolean busy) {
        names.setDisable(busy);
        buttons.setDisable(busy);
    }

    private Path newFolder(Path folder) {
        String called = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        Path place = folder.resolve(called);
        for (int copy = 2; Files.exists(place); copy++) {
            place = folder.resolve(called + " " + copy);
        }
        return place;
    }

    /** Writes the chosen figure and says what came of it. */
    void save(Path file) {
        FigureExport export = export();
        inBackground(() -> export.save(file));
    }

    private void copyImage() {
        outcome.setText(export().copy());
    }

    private void copyText(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        outcome.setText("Copied");
    }
}
