package org.isdarts.ui.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.ComparisonReport;
import org.isdarts.report.ComparisonTable;
import org.isdarts.report.GenotypeDifference;
import org.isdarts.report.SettingsTable;
import org.isdarts.report.TextTable;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.bridge.FxTimer;
import org.isdarts.ui.curves.CurvesPanel;
import org.isdarts.ui.export.ExportDialog;
import org.isdarts.ui.export.ExportPage;
import org.isdarts.ui.export.FiguresPage;
import org.isdarts.ui.export.RunPages;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;

/**
 * Several runs side by side: final accuracies over seeds, settings, curves in one chart, genotypes edge by
 * edge. While it is on screen it follows those that go on.
 */
public final class ComparePane extends Panel {
    private static final String NAME = "comparison";
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final CurvesPanel curves;
    private final MenuButton export = new MenuButton("Export");
    private final MenuItem exportDocuments = new MenuItem("Curves and report …");
    private final ReadOnlyStringWrapper subject = new ReadOnlyStringWrapper("");
    private final Label outcome = new Label();
    private final Button back = new Button();
    private Runnable onBack = () -> {};
    private Background latest;
    private final Consumer<Path> showFolder;
    private final ScrollPane tables = new ScrollPane();
    private final SplitPane sides = new SplitPane();
    /** Where the table's scroll bar lies, in pixels. */
    private static final double BELOW_TABLE = 18;

    private final FxTimer following = new FxTimer(PERIOD, this::readAgain);
    private List<RunFolder> folders = List.of();
    private ComparisonTable comparison = new ComparisonTable(List.of());

    /**
     * Compares nothing yet.
     *
     * @param showFolder shows a folder in the desktop's file manager
     */
    public ComparePane(WorkbenchModel model, Consumer<Path> showFolder) {
        super("Comparison", Term.COMPARISON);
        this.showFolder = showFolder;
        getStyleClass().add("compare-pane");
        setId("comparison");
        getStylesheets()
                .add(ComparePane.class
                        .getResource("/org/isdarts/ui/compare.css")
                        .toExternalForm());
        curves = new CurvesPanel(model.theme(), new SimpleObjectProperty<>(CurvesOptions.PLAIN));
        curves.setId("compared-curves");
        back.setId("back");
        back.getStyleClass().add("small");
        back.textProperty()
                .bind(Bindings.when(model.run().isNull()).then("Back").otherwise("Back to the run"));
        back.setTooltip(new Tooltip("Leave the comparison (Esc)"));
        back.setOnAction(click -> onBack.run());
        export.setId("export-comparison");
        export.getStyleClass().add("small");
        export.setTooltip(new Tooltip("Copy or save the tables, the curves, a report"));
        exportDocuments.setOnAction(click -> exportDocuments());
        export.getItems()
                .setAll(
                        exporting(NAME, () -> comparison.table()).menu("Accuracy and cost"),
                        exporting("settings", () -> SettingsTable.of(comparison.runs(), false))
                                .menu("Settings"),
                        exportDocuments);
        export.setDisable(true);
        outcome.setId("comparison-outcome");
        controls(outcome, export, back);
        tables.setFitToWidth(true);
        sides.getItems().setAll(tables, curves);
        sides.setOrientation(Orientation.HORIZONTAL);
        sides.setDividerPositions(0.64);
        sceneProperty().addListener(changed -> {
            if (getScene() == null) {
                following.stop();
            } else {
                following.start();
            }
        });
        setCenter(message("Select two or more runs in the library and choose Compare."));
    }

    private TableExport exporting(String name, Supplier<TextTable> table) {
        return new TableExport(name, table, () -> getScene().getWindow(), outcome::setText);
    }

    /** Sets what is done to leave the comparison. */
    public void setOnBack(Runnable action) {
        onBack = action;
    }

    /** What is compared, such as {@code Comparison of 3 runs}. */
    public ReadOnlyStringProperty subject() {
        return subject.getReadOnlyProperty();
    }

    /** The curves, to be shown larger. */
    public Panel curves() {
        return curves;
    }

    /** Reads these runs on a thread of its own and shows them. */
    public void compare(List<RunFolder> chosen) {
        folders = List.copyOf(chosen);
        subject.set("Comparison of " + folders.size() + " runs");
        if (latest != null) {
            latest.cancel();
        }
        setCenter(message("Reading " + folders.size() + " runs …"));
        List<RunFolder> read = folders;
        latest = Background.start(
                "compare",
                cancelled ->
                        new ComparisonTable(read.stream().map(ComparedRun::of).toList()),
                this::show,
                failure -> {
                    if (failure instanceof RunException mistake) {
                        setCenter(message(mistake.getMessage()));
                    } else {
                        Background.unexpected(failure);
                    }
                });
    }

    /** Reads anew those that went on when they were read last. A disk that needs longer than the period is not asked twice. */
    private void readAgain() {
        boolean shown = isVisible() && getCenter() == sides;
        if (!shown || latest.isRunning() || comparison.runs().stream().noneMatch(ComparePane::isLive)) {
            return;
        }
        List<ComparedRun> before = comparison.runs();
        List<RunFolder> compared = folders;
        latest = Background.start(
                "compare",
                cancelled -> new ComparisonTable(IntStream.range(0, compared.size())
                        .mapToObj(i -> isLive(before.get(i)) ? ComparedRun.of(compared.get(i)) : before.get(i))
                        .toList()),
                read -> {
                    if (!summaries(read.runs()).equals(summaries(before))) {
                        show(read);
                    }
                },
                Background::unexpected);
    }

    private static boolean isLive(ComparedRun run) {
        return run.summary().state().isLive();
    }

    private static List<Summary> summaries(List<ComparedRun> of) {
        return of.stream().map(ComparedRun::summary).toList();
    }

    private static Label message(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("compare-message");
        return label;
    }

    private void show(ComparisonTable read) {
        comparison = read;
        List<ComparedRun> runs = read.runs();
        VBox content = new VBox(
                12,
                explained("Final accuracy and cost", Term.COST),
                across(new AccuracyTable(read)),
                Lines.muted(read.about()),
                explained("Settings", Term.SETTINGS),
                new SettingsDifference(runs),
                explained("Genotypes", Term.GENOTYPE));
        content.getStyleClass().add("compare-tables");
        SearchSpaces.ALL.stream().filter(this::isCompared).forEach(space -> content.getChildren()
                .add(new GenotypeTable(GenotypeDifference.of(space, runs))));
        tables.setContent(content);
        curves.show(charted());
        export.setDisable(false);
        setCenter(sides);
    }

    /** Scrolled on its own where it is wider than the page, so that what stands around it is read without that. */
    private static ScrollPane across(AccuracyTable table) {
        ScrollPane scrolled = new ScrollPane(table);
        scrolled.setId("accuracies-across");
        scrolled.setFitToWidth(true);
        scrolled.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.minHeightProperty().bind(table.prefHeightProperty().add(BELOW_TABLE));
        return scrolled;
    }

    private boolean isCompared(SearchSpace space) {
        return comparison.runs().stream()
                .anyMatch(run -> run.config().searchSpace().equals(space));
    }

    private List<ChartedRun> charted() {
        return comparison.runs().stream()
                .filter(run -> run.history().start() != null)
                .map(run -> new ChartedRun(run.name(), run.history()))
                .toList();
    }

    private void exportDocuments() {
        List<ChartedRun> compared = charted();
        List<RunFolder> reported = folders;
        List<ExportPage> pages = new ArrayList<>();
        if (!compared.isEmpty()) {
            pages.add(new FiguresPage(
                    NAME,
                    theme -> Map.of("compared-curves", curves.figure(theme).of(compared)),
                    showFolder));
        }
        pages.add(RunPages.report(
                NAME,
                "accuracy and cost of every run, their curves, the settings and genotypes in which they differ, and the"
                        + " commands that repeat them",
                () -> ComparisonReport.of(reported),
                showFolder));
        new ExportDialog(getScene().getWindow(), NAME, pages).show();
    }

    private static HBox explained(String title, Term term) {
        Label heading = new Label(title);
        heading.getStyleClass().add("compare-heading");
        return new HBox(6, heading, new TermMark(term));
    }
}
