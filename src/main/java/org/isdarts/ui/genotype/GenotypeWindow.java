package org.isdarts.ui.genotype;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.figure.FigureTheme;
import org.isdarts.found.Cost;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.run.GenotypeJson;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.text.TextFile;
import org.isdarts.ui.panel.CopiedText;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.panel.SideWindow;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;
import org.isdarts.ui.panel.Words;

/** Draws the cells of a genotype that is pasted or opened, while the window beside it goes on. */
public final class GenotypeWindow extends SideWindow {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 660;
    private static final int LARGEST_FILE_MB = 1;

    private final FigureTheme theme;
    private final TextArea text = new TextArea();
    private final Label outcome = new Label();
    private final VBox cells = new VBox(8);
    private final Label cost = new Label();
    private final HBox costs = new HBox(6, cost, new TermMark(Term.COST));
    private final Button copyNotation = new Button("Copy notation");
    private final Button copyJson = new Button("Copy as JSON");
    private Optional<Genotype> genotype = Optional.empty();

    /** A window without a genotype, in the look of its owner. */
    public GenotypeWindow(Window owner, FigureTheme theme) {
        super(owner, theme, "View a genotype", "genotype-window", WIDTH, HEIGHT);
        this.theme = theme;
        root().setCenter(cells);
        root().setTop(head());
        root().setBottom(outcome);
        outcome.setId("genotype-outcome");
        outcome.setWrapText(true);
        read();
    }

    @Override
    protected Node first() {
        return text;
    }

    private VBox head() {
        Label invitation = new Label("Paste a genotype, or open a file that holds one.");
        HBox title = new HBox(6, invitation, new TermMark(Term.GENOTYPE));
        title.setAlignment(Pos.CENTER_LEFT);
        text.setId("genotype-text");
        text.setAccessibleText("Genotype");
        text.setWrapText(true);
        text.setPrefRowCount(4);
        text.setPromptText(
                "|nor_conv_3x3~0|+|skip_connect~0|nor_conv_1x1~1|+…   or   Genotype(normal=[('sep_conv_3x3', 0), …"
                        + "   or   the contents of genotype.json");
        text.textProperty().addListener(observable -> read());
        Button open = new Button("Open file …");
        open.setOnAction(click -> chooseFile());
        copyNotation.setTooltip(new Tooltip("In the one line that the tools of its search space read"));
        copyNotation.setOnAction(click -> genotype.ifPresent(found -> copy(found.notation())));
        copyJson.setTooltip(new Tooltip("As genotype.json of a run, which names every edge"));
        copyJson.setOnAction(click ->
                genotype.ifPresent(found -> copy(new String(GenotypeJson.write(found), StandardCharsets.UTF_8))));
        cost.setId("genotype-cost");
        costs.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(costs, Priority.ALWAYS);
        VBox head = new VBox(6, title, text, new HBox(6, open, copyNotation, copyJson, costs));
        head.getStyleClass().add("genotype-head");
        return head;
    }

    private void read() {
        genotype = Optional.empty();
        tell("");
        if (!text.getText().isBlank()) {
            try {
                genotype = Optional.of(GenotypeReader.read(text.getText()));
            } catch (IllegalArgumentException unreadable) {
                fail("This cannot be read: " + unreadable.getMessage() + ".");
            }
        }
        cells.getChildren().clear();
        genotype.ifPresent(this::draw);
        copyNotation.setVisible(genotype.isPresent());
        copyJson.setVisible(genotype.isPresent());
        costs.setVisible(genotype.isPresent());
    }

    private void draw(Genotype found) {
        tell("Search space " + found.space().name() + ".");
        cost.setText(Words.cost(Cost.of(EvaluationNetwork.graph(found, EvaluationNetwork.CIFAR_10_CLASSES))));
        for (CellType cellType : found.space().cellTypes()) {
            CellPanel panel = new CellPanel(found, cellType, theme, this::tell);
            VBox.setVgrow(panel, Priority.ALWAYS);
            // All cells are as high as one another, whatever they hold.
            panel.setPrefHeight(1);
            cells.getChildren().add(panel);
        }
    }

    private void chooseFile() {
        FileDialogs.toOpen(this, "Open a genotype").ifPresent(this::open);
    }

    /** Shows what a file holds. */
    public void open(Path file) {
        try {
            text.setText(TextFile.read(file, LARGEST_FILE_MB));
        } catch (IOException unreadable) {
            text.clear();
            fail("Cannot read " + file + "; choose a text file that holds a genotype");
        }
    }

    private void copy(String notation) {
        CopiedText.put(notation);
        tell("Copied");
    }

    private void tell(String words) {
        outcome.getStyleClass().remove("failure");
        outcome.setText(words);
    }

    private void fail(String words) {
        tell(words);
        outcome.getStyleClass().add("failure");
    }
}
