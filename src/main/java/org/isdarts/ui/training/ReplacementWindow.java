package org.isdarts.ui.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.evaluation.Protocol;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.queue.SearchQueue;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.FoundAccuracy;
import org.isdarts.report.LoserChain;
import org.isdarts.report.TextTable;
import org.isdarts.run.FoundBy;
import org.isdarts.run.RunFolder;
import org.isdarts.search.SearchSettings;
import org.isdarts.space.Genotype;
import org.isdarts.text.Numbers;
import org.isdarts.text.Words;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.bridge.FxTimer;
import org.isdarts.ui.export.ExportDialog;
import org.isdarts.ui.export.FiguresPage;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.SideWindow;
import org.isdarts.ui.panel.TextTableView;

/**
 * Figure 2 of the paper for a search: the networks in which what it kept is replaced by what it discarded last, and their
 * accuracies, looked up or trained. Follows trainings until it is closed.
 */
public final class ReplacementWindow extends SideWindow {
    private static final Insets AROUND = new Insets(12);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final String LOOKED_UP = "benchmark table";
    private static final double ENLARGED = 1.3;
    private static final double BEFORE_DRAWN = 60;

    private final RunFolder run;
    private final Path runs;
    private final FigureTheme theme;
    private final Consumer<List<SearchQueue.Planned>> enqueue;
    private final Consumer<Path> showFolder;
    private final ChoiceBox<String> source = new ChoiceBox<>();
    private final Button train = new Button("Train them");
    private final Button export = new Button("Export figure …");
    private final Label standing = Lines.text("");
    private final VBox agreements = new VBox(2);
    private final FigureView view = new FigureView();
    private final VBox networks = new VBox();
    private final FxTimer following = new FxTimer(LOOK_AGAIN, this::readAgain);
    private final Set<String> queued = new HashSet<>();
    private Background reading;
    private Replaced shown;

    /**
     * A window that reads the run.
     *
     * @param run a finished search
     * @param runs the folder in which trainings are looked for, and made
     * @param enqueue adds trainings to the queue
     * @param showFolder shows a folder in the desktop's file manager
     */
    public ReplacementWindow(
            Window owner,
            FigureTheme theme,
            RunFolder run,
            Path runs,
            Consumer<List<SearchQueue.Planned>> enqueue,
            Consumer<Path> showFolder) {
        super(owner, theme, "Replace what was kept", "replacement-window", 860, 660);
        this.run = run;
        this.runs = runs;
        this.theme = theme;
        this.enqueue = enqueue;
        this.showFolder = showFolder;
        view.setId("replacement-figure");
        standing.setId("replacement-standing");
        agreements.setId("replacement-agreements");
        table().ifPresent(file -> source.getItems().add(LOOKED_UP));
        for (Protocol protocol : Protocol.values()) {
            source.getItems().add(protocol.label());
        }
        source.setId("replacement-source");
        source.setValue(table().isPresent() ? LOOKED_UP : Protocol.QUICK.label());
        source.valueProperty().addListener(changed -> read());
        root().setTop(head());
        VBox content = new VBox(10, view, agreements, networks);
        content.setPadding(AROUND);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        root().setCenter(scroll);
        setOnHidden(hidden -> following.stop());
        following.start();
        read();
    }

    /** What the networks are, and what is known of them. */
    private record Replaced(LoserChain chain, FoundAccuracy accuracy) {
        List<Genotype> missing() {
            return chain.missing(accuracy);
        }
    }

    private VBox head() {
        Label from = new Label("Accuracy from");
        from.setLabelFor(source);
        source.setTooltip(new Tooltip("The benchmark table of the run, or trainings by this protocol"));
        train.setId("replacement-train");
        train.setTooltip(new Tooltip("Add a training of each network that has none to the queue"));
        train.setOnAction(click -> trainMissing());
        export.setId("replacement-export");
        export.setOnAction(click -> export());
        for (Button button : List.of(train, export)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setDisable(true);
        }
        HBox controls = new HBox(8, from, source, train, export);
        controls.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(
                6,
                Lines.heading("Were the most important operations kept?"),
                Lines.text(
                        "Each network replaces one more of the operations that the search kept, the most important first, by"
                                + " the one that it discarded last there. Where importance is right, accuracy falls: Figure 2 of the"
                                + " paper."),
                controls,
                standing);
        head.setPadding(AROUND);
        return head;
    }

    private Optional<Path> table() {
        return run.manifest()
                .configuration()
                .settings()
                .find(SearchSettings.BENCHMARK_TABLE)
                .filter(file -> !file.isEmpty())
                .map(Path::of);
    }

    private Optional<Protocol> protocol() {
        return Optional.of(source.getValue())
                .filter(name -> !name.equals(LOOKED_UP))
                .map(EvaluationSettings.PROTOCOL::parse);
    }

    private void readAgain() {
        if (shown != null && !shown.missing().isEmpty() && !reading.isRunning()) {
            read();
        }
    }

    private void read() {
        if (reading != null) {
            reading.cancel();
        }
        Optional<Protocol> trainedBy = protocol();
        reading = Background.start(
                "replacements", cancelled -> replaced(trainedBy), this::show, failure -> say(failure.getMessage()));
    }

    private Replaced replaced(Optional<Protocol> trainedBy) {
        LoserChain chain = LoserChain.of(ComparedRun.of(run));
        FoundAccuracy accuracy = trainedBy
                .map(protocol -> FoundAccuracy.trained(runs, protocol, chain.genotypes()))
                .orElseGet(() -> FoundAccuracy.in(
                        BenchmarkTable.read(
                                table().orElseThrow(),
                                run.manifest().configuration().searchSpace()),
                        run.manifest().configuration().searchSpace(),
                        Optional.empty()));
        return new Replaced(chain, accuracy);
    }

    private void say(String reason) {
        shown = null;
        standing.setText(reason);
        train.setDisable(true);
        export.setDisable(true);
        agreements.getChildren().clear();
        networks.getChildren().clear();
        view.say("");
    }

    private void show(Replaced read) {
        boolean isNew = shown == null || !rows(read).equals(rows(shown));
        shown = read;
        int missing = read.missing().size();
        standing.setText(missing == 0 ? "Accuracy is " + read.accuracy().name() + "." : untrained(missing, read));
        train.setDisable(missing == 0 || isQueued());
        export.setDisable(missing > 0);
        if (isNew) {
            draw(read, missing == 0);
        }
    }

    private void draw(Replaced read, boolean isWhole) {
        agreements.getChildren().clear();
        if (isWhole) {
            Figure figure = figure(theme);
            fixHeight(ENLARGED * figure.preferredSize().getHeight());
            view.show(() -> figure);
            read.chain()
                    .agreements(read.accuracy())
                    .forEach(words -> agreements.getChildren().add(Lines.text(Words.capitalized(words) + ".")));
        } else {
            fixHeight(BEFORE_DRAWN);
            view.say("The figure is drawn once the accuracy of every network is known.");
        }
        TextTableView view =
                new TextTableView(new TextTable(List.of("replaced", "accuracy", "parameters", "genotype"), rows(read)));
        view.setId("replacement-networks");
        view.showWhole();
        networks.getChildren().setAll(view);
    }

    private void fixHeight(double height) {
        view.setMinHeight(height);
        view.setPrefHeight(height);
        view.setMaxHeight(height);
    }

    private static List<TextTable.Row> rows(Replaced read) {
        List<TextTable.Row> rows = new ArrayList<>();
        read.chain().networks().forEach(network -> {
            double percent = read.accuracy().of(network.genotype());
            rows.add(TextTable.Row.of(List.of(
                    network.replacement().isEmpty() ? "nothing" : network.replacement(),
                    Double.isNaN(percent) ? Numbers.NONE : String.format(Locale.ROOT, "%.2f %%", percent),
                    Numbers.millions((long) LoserChain.parameters(network.genotype())),
                    network.genotype().notation())));
        });
        return rows;
    }

    private Figure figure(FigureTheme of) {
        return shown.chain().figure(shown.accuracy(), run.path().getFileName().toString(), of);
    }

    private void trainMissing() {
        Protocol protocol = protocol().orElseThrow();
        List<SearchQueue.Planned> planned = shown.missing().stream()
                .map(genotype -> new SearchQueue.Planned(
                        run.path().getFileName() + "-replaced-"
                                + shown.chain().genotypes().indexOf(genotype) + "-" + protocol,
                        new EvaluationConfig(
                                FoundBy.like(run.manifest().configuration(), protocol.settings(genotype)))))
                .toList();
        enqueue.accept(planned);
        queued.add(source.getValue());
        show(shown);
    }

    /** Those asked for once are not to be trained twice. */
    private boolean isQueued() {
        return queued.contains(source.getValue());
    }

    private String untrained(int missing, Replaced read) {
        return missing + " of " + read.chain().networks().size() + " networks are not trained by protocol "
                + source.getValue() + (isQueued() ? " yet; their trainings are in the queue." : " yet.");
    }

    private void export() {
        new ExportDialog(
                        this,
                        run.path().getFileName().toString(),
                        List.of(new FiguresPage("figure-2", of -> Map.of("figure-2", figure(of)), showFolder)))
                .show();
    }

    @Override
    protected Node first() {
        return source;
    }
}
