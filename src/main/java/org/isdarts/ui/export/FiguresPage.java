package org.isdarts.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isdarts.event.RunEvent;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.SizedFigure;
import org.isdarts.figure.file.FigureFiles;
import org.isdarts.figure.file.FigureFormat;
import org.isdarts.figure.run.RunFigures;
import org.isdarts.run.WriteFailure;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.CopiedText;
import org.isdarts.ui.panel.FileDialogs;

/** Shows every figure as it will be written, and writes or copies it; copies its caption and the genotype. */
public final class FiguresPage implements ExportPage {
    private static final double PREVIEW_WIDTH = 680;
    private static final double PREVIEW_HEIGHT = 330;
    private static final double LIST_WIDTH = 310;
    private static final int PREVIEW_DPI = 144;
    private final String name;
    private final Function<FigureTheme, Map<String, Figure>> source;
    private final ListView<String> names = new ListView<>();
    private final PrintOptions options = new PrintOptions();
    private final ImageView preview = new ImageView();
    private final TextArea caption = new TextArea();
    private final Outcome outcome;
    private final FlowPane buttons;
    private final BorderPane content = new BorderPane();
    private Map<String, Figure> figures;

    /**
     * The figures of a run that began.
     *
     * @param showFolder shows a folder in the desktop's file manager
     */
    public FiguresPage(RunFigures figures, Consumer<Path> showFolder) {
        this(
                figures.run().name(),
                theme -> figures.in(theme).all(),
                figures.whole().end() instanceof RunEvent.Finished finished
                        ? Optional.of(finished.genotype())
                        : Optional.empty(),
                showFolder);
    }

    /**
     * Some figures.
     *
     * @param name what they are of
     * @param source the figures of a theme, by the names of their files
     * @param showFolder shows a folder in the desktop's file manager
     */
    public FiguresPage(String name, Function<FigureTheme, Map<String, Figure>> source, Consumer<Path> showFolder) {
        this(name, source, Optional.empty(), showFolder);
    }

    private FiguresPage(
            String name,
            Function<FigureTheme, Map<String, Figure>> source,
            Optional<String> genotype,
            Consumer<Path> showFolder) {
        this.name = name;
        this.source = source;
        names.setId("figures");
        names.setPrefWidth(LIST_WIDTH);
        names.setCellFactory(list -> new TitleCell());
        caption.setEditable(false);
        caption.setWrapText(true);
        caption.setPrefRowCount(3);
        outcome = new Outcome("outcome", showFolder);
        StackPane paper = new StackPane(preview);
        paper.setPrefSize(PREVIEW_WIDTH + 20, PREVIEW_HEIGHT + 20);
        paper.getStyleClass().add("paper");
        preview.setPreserveRatio(true);
        preview.setFitWidth(PREVIEW_WIDTH);
        preview.setFitHeight(PREVIEW_HEIGHT);
        content.setLeft(names);
        BorderPane.setMargin(names, new Insets(0, 10, 0, 0));
        buttons = buttons(genotype);
        content.setCenter(new VBox(8, options, paper, caption, buttons, outcome));
        content.getStyleClass().add("export");
        options.theme().addListener(observable -> gather());
        options.onSizeChange(this::preview);
        names.getSelectionModel().selectedItemProperty().addListener(observable -> preview());
        gather();
    }

    @Override
    public String title() {
        return "Figures";
    }

    @Override
    public Node content() {
        return content;
    }

    /** A figure by its title; the name of its file is in the tooltip. */
    private final class TitleCell extends ListCell<String> {
        @Override
        protected void updateItem(String file, boolean empty) {
            super.updateItem(file, empty);
            boolean shown = file != null && !empty;
            setText(shown ? figures.get(file).title() : "");
            setTooltip(shown ? new Tooltip("Saved as " + file) : null);
            setWrapText(true);
            setPrefWidth(0);
        }
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
        return row;
    }

    private void gather() {
        String chosen = names.getSelectionModel().getSelectedItem();
        figures = source.apply(options.theme().get());
        names.getItems().setAll(figures.keySet());
        names.getSelectionModel().select(chosen == null ? names.getItems().get(0) : chosen);
        preview();
    }

    private void preview() {
        if (names.getSelectionModel().getSelectedItem() != null) {
            SizedFigure figure = chosen();
            preview.setImage(SwingFXUtils.toFXImage(FigureFormat.image(figure, PREVIEW_DPI), null));
            caption.setText(figure.caption());
            options.describe(figure);
        }
    }

    private SizedFigure chosen() {
        return options.size(figures.get(names.getSelectionModel().getSelectedItem()));
    }

    private FigureExport export() {
        return new FigureExport(chosen(), names.getSelectionModel().getSelectedItem(), options.dpi());
    }

    private void choosePlace() {
        export().askWhere(content.getScene().getWindow(), options.format()).ifPresent(this::save);
    }

    private void chooseFolder() {
        FileDialogs.folder(content.getScene().getWindow(), "Save every figure in a new folder within")
                .ifPresent(this::saveAll);
    }

    /** Writes every figure into a new folder within that one, so that nothing is replaced, and says what came of it. */
    void saveAll(Path folder) {
        Path place = newFolder(folder);
        int resolution = options.dpi();
        FigureFormat format = options.format();
        Map<String, Figure> sized = new LinkedHashMap<>();
        figures.forEach((file, figure) -> sized.put(file, options.size(figure)));
        inBackground(
                () -> {
                    FigureFiles.writeAll(sized, place, format, resolution);
                    return "Saved " + sized.size() + " figures and their captions in " + place;
                },
                place);
    }

    /** Writes on a thread of its own. Meanwhile no figure is drawn here: a chart draws for one thread at a time. */
    private void inBackground(Callable<String> writing, Path place) {
        outcome.tell("Saving …");
        setBusy(true);
        Background.start(
                "export",
                cancelled -> writing.call(),
                told -> {
                    setBusy(false);
                    outcome.saved(told, place);
                },
                this::failed);
    }

    private void failed(Throwable failure) {
        setBusy(false);
        if (failure instanceof FigureException wrong) {
            outcome.tell(wrong.getMessage());
        } else if (failure instanceof IOException unwritable) {
            outcome.tell("Not saved: " + WriteFailure.reason(unwritable) + "; choose another place");
        } else {
            outcome.tell("Not saved");
            Background.unexpected(failure);
        }
    }

    private void setBusy(boolean busy) {
        names.setDisable(busy);
        options.setDisable(busy);
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
        inBackground(() -> export.save(file), file.toAbsolutePath().getParent());
    }

    private void copyImage() {
        outcome.tell(export().copy());
    }

    private void copyText(String text) {
        CopiedText.put(text);
        outcome.tell("Copied");
    }
}
