package org.isdarts.ui.curves;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesFigure;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.chart.Quantity;
import org.isdarts.figure.chart.Span;
import org.isdarts.figure.chart.TimeAxis;
import org.isdarts.ui.panel.Choice;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.LookMenu;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.PlotPoint;
import org.isdarts.ui.panel.Several;
import org.isdarts.ui.panel.Term;
import org.jfree.data.Range;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The training of one or several runs. The wheel zooms, dragging pans, a double click shows all again; a line through all
 * plots follows the pointer, with the values there beside it.
 */
public class CurvesPanel extends Panel {
    private static final double SMOOTHEST = 0.98;
    private static final double SLIDER_WIDTH = 70;
    private static final double ZOOM_OF_A_CLICK = 0.6;
    private static final double ZOOM_OF_A_PIXEL = 0.9975;
    private final ObservableValue<FigureTheme> theme;
    private final FigureView view = new FigureView();
    private final ObjectProperty<CurvesOptions> look;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.WHOLE);
    private final ObjectProperty<Set<Integer>> hidden = new SimpleObjectProperty<>(Set.of());
    private final CurvesLegend legend;
    private final Readout readout = new Readout();
    private List<ChartedRun> runs = List.of();
    private double grasped;

    /**
     * The panel in the theme as it is at any time.
     *
     * @param look what is drawn and how; can be chosen
     */
    public CurvesPanel(ObservableValue<FigureTheme> theme, ObjectProperty<CurvesOptions> look) {
        super("Curves", Term.CURVES);
        this.theme = theme;
        this.look = look;
        legend = new CurvesLegend(look, hidden);
        view.getChildren().add(readout);
        setCenter(view);
        setBottom(legend);
        controls(
                smoothing(),
                zoomed("Zoom in (wheel up)", Feather.ZOOM_IN, "zoom-in", ZOOM_OF_A_CLICK),
                zoomed("Zoom out (wheel down)", Feather.ZOOM_OUT, "zoom-out", 1 / ZOOM_OF_A_CLICK),
                whole(),
                menu());
        theme.addListener(observable -> draw());
        look.addListener(observable -> draw());
        span.addListener(observable -> draw());
        hidden.addListener(observable -> draw());
        view.addEventHandler(MouseEvent.MOUSE_MOVED, move -> point(move.getX(), move.getY()));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, exit -> unpoint());
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> grasped = press.getX());
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                span.set(Span.WHOLE);
            }
        });
    }

    private Slider smoothing() {
        Slider slider = new Slider(0, SMOOTHEST, look.get().smoothing());
        slider.setId("smoothing");
        slider.setPrefWidth(SLIDER_WIDTH);
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText("Smoothing");
        slider.setTooltip(new Tooltip("Smoothing: weight of the past in a moving average; the raw curve stays, faint"));
        slider.valueProperty()
                .addListener((observable, before, now) ->
                        look.set(look.get().smoothed(Math.round(100 * now.doubleValue()) / 100.0)));
        look.addListener((observable, before, now) -> {
            if (Math.abs(slider.getValue() - now.smoothing()) > 0.01) {
                slider.setValue(now.smoothing());
            }
        });
        return slider;
    }

    private Button zoomed(String meaning, Feather icon, String id, double factor) {
        Button button = button(meaning, icon, id);
        button.setOnAction(click -> span.set(span.get().zoomed(factor, 0.5)));
        return button;
    }

    private Button whole() {
        Button button = button("Show the whole curves (double click)", Feather.MAXIMIZE_2, "zoom-whole");
        button.setOnAction(click -> span.set(Span.WHOLE));
        button.disableProperty().bind(span.isEqualTo(Span.WHOLE));
        return button;
    }

    private static Button button(String meaning, Feather icon, String id) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("small", "button-icon");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }

    private LookMenu menu() {
        LookMenu menu = new LookMenu("Which curves, and along what");
        menu.setId("curves-look");
        ObjectProperty<Set<Quantity>> quantities =
                new SimpleObjectProperty<>(look.get().quantities());
        ObjectProperty<TimeAxis> axis = new SimpleObjectProperty<>(look.get().axis());
        menu.add("Curves", new Several<>(quantities, List.of(Quantity.values()), Quantity::label));
        menu.add("Horizontal axis", new Choice<>(axis, List.of(TimeAxis.values()), TimeAxis::label));
        quantities.addListener((observable, before, now) -> look.set(look.get().of(now)));
        axis.addListener((observable, before, now) -> look.set(look.get().along(now)));
        look.addListener((observable, before, now) -> {
            quantities.set(now.quantities());
            axis.set(now.axis());
        });
        return menu;
    }

    /** Draws these runs, all of which began; whole where they are others than before. */
    public final void show(List<ChartedRun> shown) {
        boolean others = !names(shown).equals(names(runs));
        runs = List.copyOf(shown);
        if (others) {
            hidden.set(Set.of());
            span.set(Span.WHOLE);
        }
        legend.show(runs, theme.getValue());
        draw();
    }

    private static List<String> names(List<ChartedRun> of) {
        return of.stream().map(ChartedRun::name).toList();
    }

    /** Where the curves are drawn. */
    protected final FigureView view() {
        return view;
    }

    /** The curves as they are shown, but whole. */
    public final CurvesFigure figure(FigureTheme wanted) {
        return new CurvesFigure(look.get(), wanted, Span.WHOLE, hidden.get());
    }

    /** Called after the curves, or what is seen of them, changed. */
    protected void drawn() {}

    /** Where a coordinate along the x axis lies in the plots, as a fraction of their width. */
    protected final double place(double x) {
        Range seen = drawing().seen(runs);
        return (x - seen.getLowerBound()) / seen.getLength();
    }

    private CurvesFigure drawing() {
        return new CurvesFigure(look.get(), theme.getValue(), span.get(), hidden.get());
    }

    private void draw() {
        unpoint();
        legend.show(runs, theme.getValue());
        boolean empty = runs.stream().allMatch(run -> run.history().epochs().isEmpty());
        if (empty) {
            view.say("Curves begin when the first epoch is over.");
            return;
        }
        List<ChartedRun> shown = runs;
        CurvesFigure drawing = drawing();
        view.show(() -> drawing.of(shown).withoutLegends());
        drawn();
    }

    private void scroll(ScrollEvent scroll) {
        view.pointAt(scroll.getX(), scroll.getY()).ifPresent(point -> {
            double width = view.plots().get(point.plot()).getWidth();
            span.set(span.get()
                    .zoomed(Math.pow(ZOOM_OF_A_PIXEL, scroll.getDeltaY()), Math.max(0, point.x()))
                    .moved(-scroll.getDeltaX() / width));
            scroll.consume();
        });
    }

    private void drag(MouseEvent drag) {
        view.plots().stream().findFirst().ifPresent(plot -> {
            span.set(span.get().moved((grasped - drag.getX()) / plot.getWidth()));
            grasped = drag.getX();
        });
    }

    private void point(double x, double y) {
        view.pointAt(x, y).filter(point -> point.x() >= 0).ifPresentOrElse(point -> point(point, x), this::unpoint);
    }

    private void point(PlotPoint point, double x) {
        Range seen = drawing().seen(runs);
        double at = seen.getLowerBound() + point.x() * seen.getLength();
        CurveValues values = CurveValues.at(runs, hidden.get(), look.get(), at);
        view.crosshair(OptionalDouble.of(place(values.x())));
        readout.show(values.lines(), x, view.getWidth());
    }

    private void unpoint() {
        view.crosshair(OptionalDouble.empty());
        readout.hide();
    }
}
