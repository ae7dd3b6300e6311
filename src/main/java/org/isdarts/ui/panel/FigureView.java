package org.isdarts.ui.panel;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import javafx.stage.Screen;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;

/**
 * Shows a figure as large as the view, the same that exports write. It is drawn on a thread beside the JavaFX thread,
 * only when it or the size changes, so that frames never wait for a chart; of several changes in a row only the latest
 * is drawn.
 */
public final class FigureView extends Region {
    private static final ExecutorService DRAWING = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "isdarts-drawing");
        thread.setDaemon(true);
        return thread;
    });

    /** Size of the window's text, in pixels, unless the user chooses another. */
    private static final double USUAL_TEXT = 12;

    /** Where the description lies beside the pointer, in pixels: so that the row pointed at stays seen. */
    private static final double BESIDE = 14;

    private static final double BELOW = 20;

    private final ImageView image = new ImageView();
    private final Group marks = new Group();
    private final Label message = new Label();
    /** Has the size of the window's text. */
    private final Label text = new Label();

    /** The height in units for which text of the usual size is made. */
    private static final double USUAL_HEIGHT = 200;

    private static final double WIDEST_WORDS = 330;

    private final Tooltip tooltip = new Tooltip();
    private Supplier<Figure> figure;
    private List<Rectangle2D> plots = List.of();
    private List<PlotBand> bands = List.of();
    private List<PlotBand> previewed = List.of();
    private OptionalDouble cursor = OptionalDouble.empty();
    private OptionalDouble crosshair = OptionalDouble.empty();
    private Function<PlotPoint, Optional<String>> description = point -> Optional.empty();
    private Consumer<PlotPoint> picking = point -> {};
    private Consumer<PlotPoint> adding = point -> {};
    private Consumer<Optional<PlotPoint>> hovering = point -> {};
    private final AtomicInteger latest = new AtomicInteger();

    public FigureView() {
        getStyleClass().add("figure-view");
        setMinSize(0, 0);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> requestFocus());
        message.setWrapText(true);
        message.getStyleClass().add("empty-message");
        marks.setMouseTransparent(true);
        image.setPreserveRatio(false);
        text.setVisible(false);
        text.fontProperty().addListener(observable -> redraw());
        getChildren().addAll(image, marks, message, text);
        widthProperty().addListener(observable -> redraw());
        heightProperty().addListener(observable -> redraw());
        // Esc is for the selection and the comparison, also while this is open.
        tooltip.setHideOnEscape(false);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_WORDS);
        setOnMouseMoved(move -> {
            describe(move);
            hovering.accept(pointAt(move.getX(), move.getY()));
        });
        setOnMouseExited(exit -> {
            tooltip.hide();
            hovering.accept(Optional.empty());
        });
        sceneProperty().addListener(observable -> tooltip.hide());
        setOnMouseClicked(
                click -> pointAt(click.getX(), click.getY()).ifPresent(click.isShortcutDown() ? adding : picking));
    }

    /**
     * Shows a figure.
     *
     * @param wanted makes the figure, on the drawing thread; a {@link FigureException} of it is shown as text
     */
    public void show(Supplier<Figure> wanted) {
        figure = wanted;
        redraw();
    }

    /** Shows words instead of a figure. */
    public void say(String words) {
        figure = null;
        latest.incrementAndGet();
        image.setImage(null);
        plots = List.of();
        drawMarks();
        message.setText(words);
        setAccessibleText(words);
    }

    /** Sets what is said of the place under the pointer. */
    public void describedBy(Function<PlotPoint, Optional<String>> words) {
        description = words;
    }

    /** Sets what a click does, and what one with Ctrl does. */
    public void onPick(Consumer<PlotPoint> pick, Consumer<PlotPoint> add) {
        picking = pick;
        adding = add;
    }

    /** Sets who is told the place under the pointer; nothing when it leaves. */
    public void onHover(Consumer<Optional<PlotPoint>> hover) {
        hovering = hover;
    }

    /** Marks horizontal bands of every plot. */
    public void mark(List<PlotBand> newBands) {
        bands = newBands;
        drawMarks();
    }

    /** Marks horizontal bands of every plot lightly, until the next. */
    public void preview(List<PlotBand> newBands) {
        previewed = newBands;
        drawMarks();
    }

    /** Marks a place along x in all plots, as a fraction of their width, which stays. */
    public void cursor(OptionalDouble place) {
        cursor = place;
        drawMarks();
    }

    /** Marks a place along x in all plots, as a fraction of their width, while the pointer is there. */
    public void crosshair(OptionalDouble place) {
        crosshair = place;
        drawMarks();
    }

    /** Where the plots of the chart lie, in units of the view; none before it is drawn. */
    public List<Rectangle2D> plots() {
        return plots;
    }

    private void redraw() {
        if (figure == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        int request = latest.incrementAndGet();
        Supplier<Figure> wanted = figure;
        double width = getWidth();
        double height = getHeight();
        // Larger text is to leave room for what it is about; in a maximized panel it has more.
        double textScale = Math.min(text.getFont().getSize() / USUAL_TEXT, Math.max(1, height / USUAL_HEIGHT));
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        DRAWING.execute(() -> {
            if (request != latest.get()) {
                return;
            }
            try {
                Figure made = wanted.get();
                FigureImage drawn = FigureImage.of(made, width, height, textScale, scale);
                Platform.runLater(() -> showDrawn(drawn, made.caption(), request, width, height));
            } catch (FigureException none) {
                Platform.runLater(() -> sayInstead(none.getMessage(), request));
            }
        });
    }

    private void showDrawn(FigureImage drawn, String caption, int request, double width, double height) {
        if (request == latest.get()) {
            setAccessibleText(caption);
            message.setText("");
            image.setImage(SwingFXUtils.toFXImage(drawn.pixels(), null));
            image.setFitWidth(width);
            image.setFitHeight(height);
            plots = drawn.plots();
            drawMarks();
        }
    }

    private void sayInstead(String words, int request) {
        if (request == latest.get()) {
            image.setImage(null);
            plots = List.of();
            drawMarks();
            message.setText(words);
            setAccessibleText(words);
        }
    }

    private void drawMarks() {
        marks.getChildren().clear();
        for (Rectangle2D plot : plots) {
            bands.forEach(band -> drawBand(plot, band, "band"));
            previewed.forEach(band -> drawBand(plot, band, "band-preview"));
            cursor.ifPresent(place -> drawUpright(plot, place, "cursor"));
            crosshair.ifPresent(place -> drawUpright(plot, place, "crosshair"));
        }
        plots.stream().findFirst().ifPresent(plot -> previewed.forEach(band -> drawName(plot, band)));
    }

    private void drawBand(Rectangle2D plot, PlotBand band, String style) {
        Rectangle mark = new Rectangle(
                plot.getX(),
                plot.getY() + band.from() * plot.getHeight(),
                plot.getWidth(),
                (band.to() - band.from()) * plot.getHeight());
        // Around the rows, so that the narrowest stays visible.
        mark.setStrokeType(StrokeType.OUTSIDE);
        mark.getStyleClass().add(style);
        marks.getChildren().add(mark);
    }

    private void drawUpright(Rectangle2D plot, double place, String style) {
        if (place >= 0 && place <= 1) {
            double x = plot.getX() + place * plot.getWidth();
            Line line = new Line(x, plot.getY(), x, plot.getMaxY());
            line.getStyleClass().add(style);
            marks.getChildren().add(line);
        }
    }

    /** Names a band to the left of the plot, over the axis, whose labels may have had no room. */
    private void drawName(Rectangle2D plot, PlotBand band) {
        Label name = new Label(band.name());
        name.getStyleClass().add("band-name");
        marks.getChildren().add(name);
        name.applyCss();
        double width = name.prefWidth(-1);
        double height = name.prefHeight(-1);
        double middle = plot.getY() + (band.from() + band.to()) / 2 * plot.getHeight();
        name.resizeRelocate(Math.max(0, plot.getX() - width - 4), middle - height / 2, width, height);
    }

    /** The place of a chart at a place of the view; empty outside its plots, to the left of which the first reaches. */
    public Optional<PlotPoint> pointAt(double x, double y) {
        return IntStream.range(0, plots.size())
                .filter(plot -> y >= plots.get(plot).getMinY()
                        && y < plots.get(plot).getMaxY()
                        && x < plots.get(plot).getMaxX()
                        && (x >= plots.get(plot).getMinX() || plot == 0))
                .mapToObj(plot -> new PlotPoint(
                        plot,
                        (x - plots.get(plot).getX()) / plots.get(plot).getWidth(),
                        (y - plots.get(plot).getY()) / plots.get(plot).getHeight()))
                .findFirst();
    }

    private void describe(MouseEvent move) {
        String words = pointAt(move.getX(), move.getY()).flatMap(description).orElse("");
        if (words.isEmpty()) {
            tooltip.hide();
            return;
        }
        tooltip.setText(words);
        if (!tooltip.isShowing()) {
            tooltip.show(this, move.getScreenX() + BESIDE, move.getScreenY() + BELOW);
        }
        place(move.getScreenX(), move.getScreenY());
    }

    /** Goes with the pointer, below it or, at the screen's lower edge, above it. */
    private void place(double x, double y) {
        double bottom = Screen.getScreensForRectangle(x, y, 1, 1).stream()
                .mapToDouble(screen -> screen.getVisualBounds().getMaxY())
                .max()
                .orElse(Double.MAX_VALUE);
        boolean fits = y + BELOW + tooltip.getHeight() <= bottom;
        tooltip.setAnchorX(x + BESIDE);
        tooltip.setAnchorY(fits ? y + BELOW : y - BESIDE - tooltip.getHeight());
    }

    @Override
    public ObservableList<Node> getChildren() {
        return super.getChildren();
    }

    @Override
    protected void layoutChildren() {
        layoutInArea(message, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
    }
}
