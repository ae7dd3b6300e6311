package org.isdarts.ui.library;

import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.isdarts.run.RunState;
import org.isdarts.ui.panel.LinesCell;
import org.isdarts.ui.panel.NameLabel;

/** A run in short lines: name and accuracy; state and progress; where it comes from; strategy, kind, space and tags. */
final class RunCell extends LinesCell<RunRow> {
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Circle light = new Circle(4.5);
    private final NameLabel name = new NameLabel();
    private final Label test = new Label();
    private final Label state = new Label();
    private final Label progress = new Label();
    private final Label origin = new Label();
    private final Label words = new Label();
    private final Label heading = new Label();
    private final VBox lines;
    private final Predicate<RunRow> isOpen;
    private final IntFunction<String> headings;

    /**
     * A cell.
     *
     * @param isOpen whether the window shows a run
     * @param headings what stands above the run of that index; empty for nothing
     */
    RunCell(Predicate<RunRow> isOpen, IntFunction<String> headings) {
        this.isOpen = isOpen;
        this.headings = headings;
        heading.getStyleClass().add("run-group");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setWrapText(true);
        origin.getStyleClass().add("run-words");
        name.getStyleClass().add("run-name");
        words.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        test.setMinWidth(USE_PREF_SIZE);
        state.setMinWidth(USE_PREF_SIZE);
        progress.getStyleClass().add("run-words");
        progress.setWrapText(true);
        words.getStyleClass().add("run-words");
        HBox first = new HBox(6, light, name, test);
        HBox second = new HBox(6, state, progress);
        first.getStyleClass().add("run-line");
        second.getStyleClass().add("run-line");
        lines = new VBox(1, heading, first, second, origin, words);
        wrap(lines);
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean open = !empty && row != null && isOpen.test(row);
        pseudoClassStateChanged(OPEN, open);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        RunState runState = row.summary().state();
        light.getStyleClass().setAll("run-light", "state-" + runState.label());
        light.pseudoClassStateChanged(LIVE, runState.isLive());
        String group = headings.apply(getIndex());
        heading.setText(group);
        heading.setVisible(!group.isEmpty());
        heading.setManaged(!group.isEmpty());
        name.show((row.labels().pinned() ? "★ " : "") + row.name());
        origin.setText(row.origin());
        test.setText(row.test());
        state.setText(runState.label());
        state.getStyleClass().setAll("label", "state", "state-" + runState.label());
        progress.setText(row.epoch());
        String tags = row.labels().tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
        words.setText(
                Stream.of(row.task(), tags).filter(text -> !text.isEmpty()).collect(Collectors.joining("  ")));
        setGraphic(lines);
        setTooltip(new Tooltip(tooltip(row)));
        setAccessibleText(String.join(
                ", ",
                open ? row.name() + ", shown now" : row.name(),
                runState.isLive() ? runState.label() + " now" : runState.label(),
                row.epoch(),
                row.task(),
                row.test().isEmpty() ? "no test accuracy yet" : "test accuracy " + row.test()));
    }

    private static String tooltip(RunRow row) {
        return Stream.of(
                        row.name(),
                        row.run().path().toString(),
                        row.summary().test() == null
                                ? ""
                                : "test accuracy " + 100 * row.summary().test().top1() + " %",
                        row.summary().message() == null ? "" : row.summary().message(),
                        row.labels().note())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
