package org.isdarts.ui.importance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.chart.Figure4;
import org.isdarts.figure.run.ColorRange;
import org.isdarts.figure.run.ColorScaling;
import org.isdarts.figure.run.RunFigures;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Scaling;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.ui.model.ChosenFigureStyle;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.CandidatePlot;
import org.isdarts.ui.panel.Choice;
import org.isdarts.ui.panel.Explained;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Labels;
import org.isdarts.ui.panel.LookMenu;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.PlotPoint;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;

/** The heatmaps of importance. */
public final class ImportanceView extends Panel {
    /** What x counts. */
    private enum Form {
        FIGURE_4("Figure 4"),
        OVER_EPOCHS("Over epochs");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    private final WorkbenchModel model;
    private final FigureView view = new FigureView();
    private final Choice<Score> scores;
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.FIGURE_4);
    private final Choice<Form> forms = new Choice<>(form, List.of(Form.values()), value -> value.words);

    public ImportanceView(WorkbenchModel model) {
        super("Importance", Term.IMPORTANCE);
        this.model = model;
        setId("importance-view");
        view.setId("importance-figure");
        setCenter(view);
        ObjectProperty<Score> score = model.score();
        scores = new Choice<>(score, List.of(), Score::label);
        controls(forms, scores, new TermMark("this measurement", () -> Explained.of(score.get())), look());
        forms.managedProperty().bind(forms.visibleProperty());
        new CandidatePlot(model, view, this::describe);
        Stream.of(form, score, model.shown(), model.cellType(), model.theme())
                .forEach(property -> property.addListener(observable -> show()));
        model.look().onImportanceChange(this::show);
        model.run().addListener(observable -> show());
        model.figure4Epochs().addListener((Observable observable) -> show());
        show();
    }

    private LookMenu look() {
        LookMenu menu = new LookMenu("Scales, colors and epochs of the heatmap");
        menu.setId("importance-look");
        ChosenFigureStyle chosen = model.look();
        menu.add("Images", new Choice<>(chosen.images(), List.of(Scaling.values()), Scaling::label));
        menu.add("Color scale", new Choice<>(chosen.scaling(), List.of(ColorScaling.values()), ColorScaling::label));
        Choice<ColorRange> range = new Choice<>(chosen.range(), List.of(ColorRange.values()), ColorRange::label)
                .explained(
                        "Fitted to the values drawn, or fixed to all values of the run, so that a color means the same"
                                + " at every epoch");
        menu.add("Color range", range);
        menu.add("Colors", new Choice<>(chosen.colors(), List.of(ColorMap.values()), ColorMap::label));
        menu.add("Figure 4 epochs", new EpochChoice(model));
        return menu;
    }

    private void show() {
        History history = model.shown().get();
        List<Score> offered =
                history.start() == null ? List.of() : history.method().scores();
        if (!offered.equals(scores.offered())) {
            scores.offer(offered, Score::label);
        }
        Score which = model.score().get();
        if (which == null || history.scores(which).isEmpty()) {
            view.say(
                    history.start() != null && offered.isEmpty()
                            ? "This run measures no importance."
                            : "Importance is measured at the end of every epoch and shown here.");
            return;
        }
        forms.setVisible(hasFigure4(history));
        RunFigures figures = model.figures();
        CellType cellType = model.cellType().get();
        if (isFigure4(history)) {
            view.show(() -> figures.figure4(cellType, which, figures.figure4Epochs()));
        } else {
            view.show(() -> figures.heatmap(cellType, which));
        }
    }

    /** Only averages over images have a Figure 4; other scores are drawn over epochs. */
    private boolean hasFigure4(History history) {
        return history.scores(model.score().get()).stream().anyMatch(scored -> scored.counts().length > 0);
    }

    private boolean isFigure4(History history) {
        return form.get() == Form.FIGURE_4 && hasFigure4(history);
    }

    private Optional<String> describe(Candidate candidate, PlotPoint point) {
        History history = model.shown().get();
        String fate = Labels.fate(history, model.cellType().get(), candidate);
        String measured = column(history, point)
                .map(column -> new PointedAt(column, history, model.score().get(), values(column, point))
                        .words(candidate, images(column, point)))
                .orElse("");
        return Optional.of(Stream.of(Labels.candidateInFull(history, candidate), measured, fate)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    private Optional<CandidatesScored> column(History history, PlotPoint point) {
        List<CandidatesScored> scored = history.scores(model.score().get());
        if (point.x() < 0 || scored.isEmpty()) {
            return Optional.empty();
        }
        if (isFigure4(history)) {
            List<Integer> epochs = model.figures().figure4Epochs();
            return point.plot() < epochs.size() ? history.scoredIn(epochs.get(point.plot())) : Optional.empty();
        }
        return Optional.of(scored.get(Math.min(scored.size() - 1, (int) (point.x() * scored.size()))));
    }

    private int images(CandidatesScored measured, PlotPoint point) {
        int[] counts = measured.counts();
        if (counts.length == 0) {
            return 0;
        }
        return form.get() == Form.FIGURE_4 ? counts[count(measured, point)] : counts[counts.length - 1];
    }

    private int count(CandidatesScored measured, PlotPoint point) {
        return Figure4.countAt(measured, model.look().images().get(), point.x());
    }

    /** {@code [edge][operation]} as drawn at the pointer. */
    private double[][] values(CandidatesScored measured, PlotPoint point) {
        CandidateScores measurement =
                measured.of(model.cellType().get(), model.score().get()).orElseThrow();
        if (measured.counts().length == 0 || form.get() == Form.OVER_EPOCHS) {
            return measurement.values();
        }
        int count = count(measured, point);
        return Arrays.stream(measurement.running())
                .map(edge -> Arrays.stream(edge)
                        .mapToDouble(means -> count < means.length ? means[count] : Double.NaN)
                        .toArray())
                .toArray(double[][]::new);
    }
}
