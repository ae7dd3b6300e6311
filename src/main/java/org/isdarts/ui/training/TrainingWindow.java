package org.isdarts.ui.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.figure.FigureTheme;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunNames;
import org.isdarts.settings.Setting;
import org.isdarts.settings.SettingGroup;
import org.isdarts.settings.Violation;
import org.isdarts.space.Genotype;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.SettingField;
import org.isdarts.ui.panel.SideWindow;

/** Asks how the network of a genotype is to be trained from scratch, and starts that. */
public final class TrainingWindow extends SideWindow {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 640;
    private static final Insets AROUND = new Insets(12);
    private static final String BUSY =
            "A search or training is running in this window; add this one to the queue, or stop that one.";

    private final TrainingPlan plan;
    private final Path runs;
    private final ObservableBooleanValue busy;
    private final BiConsumer<Path, EvaluationConfig> begin;
    private final Consumer<SearchQueue.Planned> enqueue;
    private final TrainingEstimate estimate;
    private final GridPane grid = new GridPane();
    private final Label problem = Lines.text("");
    private final Button start = new Button("Start training");
    private final Button queue = new Button("Add to queue");
    private Node protocol;
    private int row;

    /**
     * A window with the settings of the shortest protocol that tells genotypes apart.
     *
     * @param genotype what is trained
     * @param run that it comes from; empty for a genotype from elsewhere
     * @param runs the folder in which the new run is made
     * @param busy whether another search or training runs in this window
     * @param begin told the run folder to make, and the settings
     * @param enqueue adds the training to the queue
     */
    public TrainingWindow(
            Window owner,
            FigureTheme theme,
            Genotype genotype,
            Optional<RunFolder> run,
            Path runs,
            ObservableBooleanValue busy,
            BiConsumer<Path, EvaluationConfig> begin,
            Consumer<SearchQueue.Planned> enqueue) {
        super(owner, theme, "Train a network", "training-window", WIDTH, HEIGHT);
        this.plan = new TrainingPlan(genotype, run);
        this.runs = runs;
        this.busy = busy;
        this.begin = begin;
        this.enqueue = enqueue;
        this.estimate = new TrainingEstimate(plan, busy);
        setOnHidden(hidden -> estimate.stop());
        grid.setPadding(AROUND);
        grid.setHgap(12);
        grid.setVgap(6);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(165), new ColumnConstraints(300), wide);
        EvaluationSettings.GROUPS.forEach(this::addGroup);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        root().setTop(head());
        root().setCenter(scroll);
        root().setBottom(foot());
        plan.onChange(changed -> check());
        busy.addListener(changed -> check());
        check();
    }

    @Override
    protected Node first() {
        return protocol;
    }

    private VBox head() {
        Label cost = Lines.muted("");
        cost.setId("training-cost");
        cost.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> "Protocol " + plan.protocol().label() + ": "
                                + plan.protocol().cost() + ".",
                        plan.text(EvaluationSettings.PROTOCOL)));
        VBox head = new VBox(
                4,
                Lines.heading("How accurate does this network become?"),
                Lines.text("A search compares operations; how good the network is, only training it from scratch tells."
                        + " Choose a protocol, change what you like, and start."),
                Lines.muted(plan.genotype().notation()),
                cost,
                estimate);
        head.setPadding(AROUND);
        return head;
    }

    private void addGroup(SettingGroup group) {
        grid.add(Lines.section(group.title()), 0, row++, 3, 1);
        group.settings().stream().filter(EvaluationSettings.CHOSEN::contains).forEach(this::addRow);
    }

    private void addRow(Setting<?> setting) {
        SettingField field = SettingField.of(setting, plan.text(setting));
        if (setting == EvaluationSettings.PROTOCOL) {
            protocol = field.control();
        }
        Label label = new Label(setting.label());
        label.setLabelFor(field.control());
        grid.addRow(row++, label, field.node(), Lines.muted(setting.help()));
    }

    private HBox foot() {
        problem.setId("training-problem");
        problem.getStyleClass().add("failure");
        start.setId("start-training");
        start.setDefaultButton(true);
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(click -> start());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setId("cancel-training");
        cancel.setCancelButton(true);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(click -> close());
        queue.setId("queue-training");
        queue.setTooltip(new Tooltip("Train it after everything else in the queue"));
        queue.setMinWidth(Region.USE_PREF_SIZE);
        queue.setOnAction(click -> enqueue());
        HBox foot = new HBox(10, problem, gap, cancel, queue, start);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setPadding(AROUND);
        return foot;
    }

    private void check() {
        String words = plan.violation().map(TrainingWindow::words).orElse(busy.get() ? BUSY : "");
        problem.setText(words);
        start.setDisable(!words.isEmpty());
        queue.setDisable(plan.violation().isPresent());
    }

    private static String words(Violation violation) {
        return violation.words(Setting::label) + ".";
    }

    private void start() {
        EvaluationConfig config = plan.config();
        close();
        begin.accept(RunNames.free(runs, RunNames.of(config)), config);
    }

    private void enqueue() {
        EvaluationConfig config = plan.config();
        close();
        enqueue.accept(new SearchQueue.Planned(RunNames.of(config), config));
    }
}
