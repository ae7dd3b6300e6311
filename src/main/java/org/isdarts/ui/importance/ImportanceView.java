package org.isdarts.ui.importance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.isdarts.chart.ChartedRun;
import org.isdarts.chart.Figure4;
import org.isdarts.chart.HeatmapFigure;
import org.isdarts.chart.HeatmapLook;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.export.RunFigures;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.ImportanceWords;
import org.isdarts.figure.NumberText;
import org.isdarts.figure.Scaling;
import org.isdarts.shrink.Importance;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.CandidatePlot;
import org.isdarts.ui.panel.Choice;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.LookMenu;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.PlotPoint;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.Words;

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

    /** How values are laid out along the colours. */
    private enum ColorScaling {
        AUTOMATIC("automatic"),
        LINEAR("linear"),
        LOGARITHMIC("log");

        private final String words;

        ColorScaling(String words) {
            this.words = words;
        }
    }

    private final WorkbenchModel model;
    private final FigureView view = new FigureView();
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.FIGURE_4);
    private final ObjectProperty<Importance> importance = new SimpleObjectProperty<>(Importance.FISHER);
    private final ObjectProperty<Scaling> images = new SimpleObjectProperty<>(Scaling.LOGARITHMIC);
    private final ObjectProperty<ColorScaling> scaling = new SimpleObjectProperty<>(ColorScaling.AUTOMATIC);
    private final ObjectProperty<ColorMap> colors = new SimpleObjectProperty<>(ColorMap.VIRIDIS);

    public ImportanceView(WorkbenchModel model) {
        super("Importance", Term.IMPORTANCE);
        this.model = model;
        setId("importance-view");
        view.setId("importance-figure");
        setCenter(view);
        controls(
                new Choice<>(form, List.of(Form.values()), value -> value.words),
                new Choice<>(importance, List.of(Importance.values()), ImportanceView::shortName),
                look());
        new CandidatePlot(model, view, this::describe);
        Stream.of(form, importance, images, scaling, colors, model.shown(), model.cellType(), model.theme())
                .forEach(property -> property.addListener(observable -> show()));
        model.run().addListener(observable -> show());
        model.figure4Epochs().addListener((Observable observable) -> show());
        model.history().addListener((observable, before, now) -> {
            if (before.start() == null && now.start() != null) {
                importance.set(now.importance());
            }
        });
    }

    private static String shortName(Importance importance) {
        return importance == Importance.FISHER ? "Fisher" : "Eq. 11";
    }

    private LookMenu look() {
        LookMenu menu = new LookMenu("Scales, colours and epochs of the heatmap");
        menu.setId("importance-look");
        menu.add("Images", new Choice<>(images, List.of(Scaling.values()), Scaling::label));
        menu.add("Colour scale", new Choice<>(scaling, List.of(ColorScaling.values()), value -> value.words));
        menu.add("Colours", new Choice<>(colors, List.of(ColorMap.values()), ColorMap::label));
        menu.add("Figure 4 epochs", new EpochChoice(model));
        return menu;
    }

    private void show() {
        History history = model.shown().get();
        if (history.measurements().isEmpty()) {
            view.say(
                    history.start() == null
                            ? ""
                            : "Importance is measured at the end of every epoch; then this fills in.");
            return;
        }
        ChartedRun run = model.charted();
        CellType cellType = model.cellType().get();
        Importance which = importance.get();
        Scaling axis = images.get();
        FigureTheme theme = model.theme().get();
        HeatmapLook look = look(which, theme);
        if (form.get() == Form.FIGURE_4) {
            List<Integer> epochs = epochs();
            view.show(() -> new Figure4(cellType, which, epochs, axis, look).of(run));
        } else {
            view.show(() -> heatmap(run, cellType, which, look));
        }
    }

    private static Figure heatmap(ChartedRun run, CellType cellType, Importance which, HeatmapLook look) {
        return new HeatmapFigure(cellType, which, look).of(run);
    }

    private List<Integer> epochs() {
        return new RunFigures(model.charted(), model.theme().get(), model.figure4Epochs()).figure4Epochs();
    }

    private HeatmapLook look(Importance which, FigureTheme theme) {
        Scaling values =
                switch (scaling.get()) {
                    case AUTOMATIC -> HeatmapLook.of(which, theme).scaling();
                    case LINEAR -> Scaling.LINEAR;
                    case LOGARITHMIC -> Scaling.LOGARITHMIC;
                };
        return new HeatmapLook(colors.get(), values, null, theme);
    }

    private Optional<String> describe(Candidate candidate, PlotPoint point) {
        History history = model.shown().get();
        CellType cellType = model.cellType().get();
        String heading = Words.candidate(history, candidate);
        return Optional.of(column(history, point)
                .flatMap(measured -> value(measured, cellType, candidate).map(value -> Stream.of(
                                heading,
                                "epoch " + measured.epoch() + ": " + ImportanceWords.name(importance.get()) + " "
                                        + NumberText.of(value),
                                place(measured, cellType, candidate, history),
                                Words.fate(history, cellType, candidate))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"))))
                .orElse(heading + "\n" + Words.fate(history, cellType, candidate)));
    }

    private Optional<ImportanceMeasured> column(History history, PlotPoint point) {
        if (point.x() < 0 || history.measurements().isEmpty()) {
            return Optional.empty();
        }
        if (form.get() == Form.FIGURE_4) {
            List<Integer> epochs = epochs();
            return point.plot() < epochs.size() ? history.measured(epochs.get(point.plot())) : Optional.empty();
        }
        int columns = history.measurements().size();
        return Optional.of(history.measurements().get(Math.min(columns - 1, (int) (point.x() * columns))));
    }

    private Optional<Double> value(ImportanceMeasured measured, CellType cellType, Candidate candidate) {
        double value = measured.measurements()
                .get(cellType)
                .get(importance.get())
                .values()[candidate.edge()][candidate.operation()];
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    /** Its place in the order of discarding within its comparison subset. */
    private String place(ImportanceMeasured measured, CellType cellType, Candidate candidate, History history) {
        double[][] values =
                measured.measurements().get(cellType).get(importance.get()).values();
        double own = values[candidate.edge()][candidate.operation()];
        return history.space().subsets().stream()
                .filter(subset -> subset.contains(candidate))
                .findFirst()
                .map(subset -> {
                    double[] others = subset.stream()
                            .mapToDouble(other -> values[other.edge()][other.operation()])
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
                    long before = Arrays.stream(others)
                            .filter(other -> importance.get().discardOrder(other, own) < 0)
                            .count();
                    return "place " + (before + 1) + " of " + others.length + " in the order of discarding";
                })
                .orElse("");
    }
}
