package org.isdarts.ui.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.data.DataSettings;
import org.isdarts.evaluation.Protocol;
import org.isdarts.figure.FigureTheme;
import org.isdarts.run.RunNames;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.sweep.SweepException;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepPlan;
import org.isdarts.text.Durations;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.panel.ImagesName;
import org.isdarts.ui.panel.SideWindow;

/** Sets a new sweep up: strategies, seeds, and lists of any other settings. */
public final class NewSweepWindow extends SideWindow {
    /** That nothing is trained afterwards. */
    private static final String NOTHING = "no protocol";

    private final Path sweeps;
    private final NameBoxes strategies = new NameBoxes(
            "new-sweep-",
            Strategies.ALL.stream()
                    .map(kind -> Map.entry(kind.name(), kind.title()))
                    .toList(),
            this::judge);
    private final TextField seeds = field("new-sweep-seeds", "0..3");
    private final NameBoxes spaces = ofNames("new-sweep-space-", SpaceSettings.SPACE);
    private final NameBoxes presets = ofNames("new-sweep-preset-", SearchSettings.PRESET);
    private final TextField data = field("new-sweep-data", ImagesName.DRAWN);
    private final TextField name = field("new-sweep-name", "");
    private final TextArea others = new TextArea();
    private final ChoiceBox<String> then = new ChoiceBox<>();
    private final TextField budget = field("new-sweep-budget", "");
    private final PlanEstimate estimate = new PlanEstimate();
    private final Label meaning = new Label();
    private String problem = "";
    private final Button start = new Button("Begin now");
    private final Button queue = new Button("Add to queue");

    /**
     * A window with a sweep over seeds of IS-DARTS.
     *
     * @param sweeps the folder in which the sweep's folder is made
     * @param begin does a sweep that was made
     * @param enqueue adds a sweep that was made to the queue
     */
    public NewSweepWindow(
            Window owner, FigureTheme theme, Path sweeps, Consumer<SweepFolder> begin, Consumer<SweepFolder> enqueue) {
        super(owner, theme, "New sweep", "new-sweep", 640, 640);
        this.sweeps = sweeps;
        getScene()
                .getStylesheets()
                .add(NewSweepWindow.class
                        .getResource("/org/isdarts/ui/sweep.css")
                        .toExternalForm());
        name.setText(free(sweeps));
        then.getItems().add(NOTHING);
        Stream.of(Protocol.values()).map(Protocol::label).forEach(then.getItems()::add);
        then.setValue(NOTHING);
        spaces.choose(List.of(SpaceSettings.SPACE.initial().name()));
        presets.choose(List.of(SearchSettings.PRESET.initial().label()));
        others.setId("new-sweep-others");
        others.setPromptText("a setting and its values in each line, such as epochs 24,50");
        others.setPrefRowCount(4);
        others.textProperty().subscribe(text -> judge());
        then.setId("new-sweep-then");
        then.valueProperty().subscribe(chosen -> judge());
        budget.setPromptText("any; such as 2h or 90min");
        budget.setTooltip(
                new Tooltip("A plan that takes longer is made smaller: with fewer training images, a smaller preset,"
                        + " fewer seeds"));
        Stream.of(seeds, data, name, budget)
                .forEach(field -> field.textProperty().subscribe(text -> judge()));
        start.setId("new-sweep-begin");
        start.setDefaultButton(true);
        start.setTooltip(new Tooltip("Make the sweep's folder and do its runs in another process"));
        start.setOnAction(click -> make(begin));
        queue.setId("new-sweep-queue");
        queue.setTooltip(
                new Tooltip("Make the sweep's folder; its runs begin when what is in the queue before it has ended"));
        queue.setOnAction(click -> make(enqueue));
        Button cancel = new Button("Cancel");
        cancel.setId("new-sweep-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(click -> close());
        HBox buttons = new HBox(8, start, queue, cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        meaning.setId("new-sweep-meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        root().setCenter(new VBox(10, form(), meaning, estimate, buttons));
        estimate.sized().subscribe(sized -> judgeBegin());
        estimate.impossible().subscribe(impossible -> judgeBegin());
        setOnHidden(hidden -> estimate.cancel());
        judge();
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        GridPane.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    /** A name that no folder there has. */
    private static String free(Path sweeps) {
        return RunNames.free(sweeps, "sweep").getFileName().toString();
    }

    private <T> NameBoxes ofNames(String id, Setting<T> setting) {
        return new NameBoxes(
                id,
                setting.choices().stream()
                        .map(setting::format)
                        .map(choice -> Map.entry(choice, choice))
                        .toList(),
                this::judge);
    }

    private Node images() {
        Button folder = new Button("Folder …");
        folder.setId("new-sweep-folder");
        folder.setOnAction(click -> FileDialogs.folder(this, "Choose the folder of images")
                .ifPresent(path -> data.setText(path.toString())));
        Button archive = new Button("Archive …");
        archive.setId("new-sweep-archive");
        archive.setOnAction(click -> FileDialogs.toOpen(this, "Choose the archive of images")
                .ifPresent(path -> data.setText(path.toString())));
        Stream.of(folder, archive).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        HBox.setHgrow(data, Priority.ALWAYS);
        data.setPromptText(ImagesName.PROMPT);
        return new HBox(8, data, folder, archive);
    }

    private Node form() {
        GridPane form = new GridPane();
        form.setHgap(12);
        form.setVgap(8);
        Stream.of(
                        Map.entry("Strategies", (Node) strategies),
                        Map.entry("Seeds", (Node) seeds),
                        Map.entry("Search spaces", (Node) spaces),
                        Map.entry("Presets", (Node) presets),
                        Map.entry("Images", images()),
                        Map.entry("Other settings", (Node) others),
                        Map.entry("Then train by", (Node) then),
                        Map.entry("Time at most", (Node) budget),
                        Map.entry("Sweep folder", (Node) name))
                .forEach(row -> add(form, row.getKey(), row.getValue()));
        return form;
    }

    private static void add(GridPane form, String words, Node control) {
        Label label = new Label(words);
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        form.addRow(form.getRowCount(), label, control);
    }

    private SweepPlan plan() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put(SpaceSettings.SPACE.key(), spaces.list());
        lists.put(SearchSettings.PRESET.key(), presets.list());
        lists.put(DataSettings.DATA.key(), new ImagesName().fromString(data.getText()));
        lists.put(Strategies.STRATEGY.key(), strategies.list());
        others.getText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    String[] words = line.split("\\s+", 2);
                    lists.put(words[0], words.length == 1 ? "" : words[1]);
                });
        lists.put(RunSettings.SEED.key(), seeds.getText());
        return SweepPlan.of(
                lists, then.getValue().equals(NOTHING) ? Map.of() : Map.of(SweepPlan.EVALUATE, then.getValue()));
    }

    private boolean hasBudget() {
        return !budget.getText().isBlank();
    }

    private double seconds() {
        return hasBudget() ? Durations.parse(budget.getText()).orElseThrow() : Double.POSITIVE_INFINITY;
    }

    private Path folder() {
        return sweeps.resolve(name.getText());
    }

    private void judge() {
        problem = problem();
        if (problem.isEmpty()) {
            estimate.of(plan(), seconds());
        } else {
            estimate.none();
        }
        judgeBegin();
        meaning.getStyleClass().setAll("label", problem.isEmpty() ? "sweep-note" : "sweep-problem");
        if (!problem.isEmpty()) {
            meaning.setText(problem);
        }
    }

    /** A plan that may have to be smaller begins once its size is known. */
    private void judgeBegin() {
        boolean waits = hasBudget() && estimate.sized().get().isEmpty();
        Stream.of(start, queue)
                .forEach(button -> button.setDisable(
                        !problem.isEmpty() || waits || estimate.impossible().get()));
    }

    /** What keeps the sweep from beginning; empty if nothing does. */
    private String problem() {
        if (Stream.of(strategies, spaces, presets)
                .anyMatch(boxes -> boxes.list().isEmpty())) {
            return "Choose at least one strategy, search space and preset.";
        }
        if (hasBudget() && Durations.parse(budget.getText()).isEmpty()) {
            return "'" + budget.getText() + "' is not a time; give one such as 2h or 90min.";
        }
        if (name.getText().isBlank() || Files.exists(folder())) {
            return name.getText().isBlank()
                    ? "Give the sweep's folder a name."
                    : folder() + " exists already; give another name.";
        }
        try {
            int runs = plan().runs().size();
            meaning.setText(runs + (runs == 1 ? " run" : " runs") + ", in " + folder());
            return "";
        } catch (SweepException wrong) {
            return wrong.getMessage();
        } catch (ViolationException wrong) {
            return wrong.violation().words(Setting::label);
        }
    }

    private void make(Consumer<SweepFolder> then) {
        try {
            SweepFolder sweep = SweepFolder.create(
                    folder(), hasBudget() ? estimate.sized().get().orElseThrow() : plan());
            close();
            then.accept(sweep);
        } catch (SweepException impossible) {
            meaning.setText(impossible.getMessage());
        }
    }

    @Override
    protected Node first() {
        return seeds;
    }
}
