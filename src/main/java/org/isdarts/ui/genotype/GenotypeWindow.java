package org.isdarts.ui.genotype;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.run.GenotypeFigures;
import org.isdarts.found.Cost;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.run.GenotypeJson;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.text.TextFile;
import org.isdarts.ui.export.ExportDialog;
import org.isdarts.ui.export.GenotypePages;
import org.isdarts.ui.panel.CopiedText;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.panel.Labels;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.SideWindow;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;
import org.isdarts.ui.remembered.Remembered;

/** A genotype that is pasted or opened: its cells, costs, rank, how it differs from a run's, and its exports. */
public final class GenotypeWindow extends SideWindow {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 680;
    private static final double FACTS_WIDTH = 450;
    private static final int LARGEST_FILE_MB = 1;

    private final FigureTheme theme;
    private final Consumer<Path> showFolder;
    private final Consumer<Genotype> train;
    private final TextArea text = new TextArea();
    private final Label outcome = new Label();
    private final VBox cells = new VBox(8);
    private final Label cost = Lines.text("");
    private final Ranking ranking;
    private final RunComparison comparison;
    private final ScrollPane facts;
    private final List<Button> needingGenotype = List.of(
            button(
                    "Copy notation",
                    "As one line, in the notation that its search space's tools read",
                    this::copyNotation),
            button("Copy as JSON", "As the genotype.json of a run, which names every edge", this::copyJson),
            button("Export …", "Export cells, genotype and untrained networks", this::export),
            button(
                    "Train this network …",
                    "Train its network from scratch, to see how accurate it becomes",
                    this::train));
    private Optional<Genotype> genotype = Optional.empty();

    /**
     * A window without a genotype, in the look of its owner.
     *
     * @param runs the folders of the runs to compare with
     * @param remembered where the benchmark table is kept
     * @param showFolder shows a folder in the desktop's file manager
     * @param train lets the user set up the training of a genotype
     */
    public GenotypeWindow(
            Window owner,
            FigureTheme theme,
            List<Path> runs,
            Remembered remembered,
            Consumer<Path> showFolder,
            Consumer<Genotype> train) {
        super(owner, theme, "View a genotype", "genotype-window", WIDTH, HEIGHT);
        this.theme = theme;
        this.showFolder = showFolder;
        this.train = train;
        ranking = new Ranking(remembered);
        comparison = new RunComparison(runs);
        facts = facts();
        root().setCenter(cells);
        root().setTop(head());
        root().setRight(facts);
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
        HBox buttons = new HBox(6, button("Open file …", "A text file that holds a genotype", this::chooseFile));
        buttons.getChildren().addAll(needingGenotype);
        VBox head = new VBox(6, title, text, outcome, buttons);
        head.getStyleClass().add("genotype-head");
        return head;
    }

    private static Button button(String words, String meaning, Runnable work) {
        Button button = new Button(words);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(click -> work.run());
        return button;
    }

    private ScrollPane facts() {
        cost.setId("genotype-cost");
        HBox title = new HBox(6, Lines.section("Cost of its network"), new TermMark(Term.COST));
        title.setAlignment(Pos.BOTTOM_LEFT);
        VBox all = new VBox(4, title, cost, ranking, comparison);
        all.getStyleClass().add("inspector");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(FACTS_WIDTH);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
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
        genotype.ifPresent(this::show);
        facts.setVisible(genotype.isPresent());
        needingGenotype.forEach(button -> button.setVisible(genotype.isPresent()));
    }

    private void show(Genotype found) {
        tell("Search space " + found.space().name() + ".");
        cost.setText(Labels.cost(Cost.of(EvaluationNetwork.graph(found, EvaluationNetwork.CIFAR_10_CLASSES))));
        ranking.show(found);
        comparison.show(found);
        for (CellType cellType : found.space().cellTypes()) {
            Figure figure = GenotypeFigures.cell(found, cellType, theme);
            FigureView view = new FigureView();
            view.setId("genotype-" + cellType);
            view.show(() -> figure);
            VBox.setVgrow(view, Priority.ALWAYS);
            // All cells are as high as one another, whatever they hold.
            view.setPrefHeight(1);
            cells.getChildren().add(view);
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
            fail("Cannot read " + file + " ("
                    + (Files.exists(file) ? unreadable.getMessage() : "there is no such file")
                    + "); choose a text file that holds a genotype");
        }
    }

    /** Shows what a text holds. */
    public void open(String genotype) {
        text.setText(genotype);
    }

    private void train() {
        genotype.ifPresent(train);
    }

    private void copyNotation() {
        genotype.ifPresent(found -> copy(found.notation()));
    }

    private void copyJson() {
        genotype.ifPresent(found -> copy(new String(GenotypeJson.write(found), StandardCharsets.UTF_8)));
    }

    private void copy(String form) {
        CopiedText.put(form);
        tell("Copied");
    }

    private void export() {
        genotype.ifPresent(found -> new ExportDialog(this, "a genotype", GenotypePages.of(found, showFolder)).show());
    }

    /** Ranks genotypes by this table from now on. */
    public void rankBy(Path table) {
        ranking.rankBy(table);
        if (genotype.isEmpty()) {
            tell("Genotypes of nas-bench-201 are ranked by " + table.getFileName()
                    + " from now on: paste or open one.");
        }
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
