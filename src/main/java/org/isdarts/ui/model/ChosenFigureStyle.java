package org.isdarts.ui.model;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.run.ColorRange;
import org.isdarts.figure.run.ColorScaling;
import org.isdarts.figure.run.FigureStyle;
import org.isdarts.score.Scaling;

/** What the user chose about the figures; views draw them so, and exports write them so. */
public final class ChosenFigureStyle {
    private static final FigureStyle FIRST = FigureStyle.of(FigureTheme.LIGHT);

    private final ObjectProperty<ColorMap> colors = new SimpleObjectProperty<>(FIRST.colors());
    private final ObjectProperty<ColorScaling> scaling = new SimpleObjectProperty<>(FIRST.scaling());
    private final ObjectProperty<ColorRange> range = new SimpleObjectProperty<>(FIRST.range());
    private final ObjectProperty<Scaling> images = new SimpleObjectProperty<>(FIRST.images());
    private final ObjectProperty<CurvesOptions> curves = new SimpleObjectProperty<>(FIRST.curves());

    ChosenFigureStyle() {}

    /** Has something done whenever what concerns importance changes. */
    public void onImportanceChange(Runnable work) {
        Stream.of(colors, scaling, range, images).forEach(property -> property.addListener(changed -> work.run()));
    }

    FigureStyle in(FigureTheme theme, List<Integer> epochs) {
        return new FigureStyle(theme, colors.get(), scaling.get(), range.get(), images.get(), curves.get(), epochs);
    }

    /** The colors of importance. */
    public ObjectProperty<ColorMap> colors() {
        return colors;
    }

    /** How values are laid out along the colors. */
    public ObjectProperty<ColorScaling> scaling() {
        return scaling;
    }

    /** From where to where the colors reach. */
    public ObjectProperty<ColorRange> range() {
        return range;
    }

    /** Scaling of a Figure 4's axis of images. */
    public ObjectProperty<Scaling> images() {
        return images;
    }

    /** What is drawn of the training, and how. */
    public ObjectProperty<CurvesOptions> curves() {
        return curves;
    }
}
