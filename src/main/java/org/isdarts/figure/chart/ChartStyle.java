package org.isdarts.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The look of all charts in one theme: that of a good paper, 7 to 9 points, thin lines, nothing to fill space. */
record ChartStyle(FigureTheme theme) {
    static {
        // Text along vertical axes is to stay text in vector formats, not to become outlines.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private static final Stroke HAIRLINE = new BasicStroke(0.5f);

    /** A chart with a title at its top left. */
    JFreeChart chart(String title, Plot plot) {
        JFreeChart chart = chart(plot);
        TextTitle heading = new TextTitle(title, FigureFont.of(FigureFont.TITLE));
        heading.setPaint(theme.foreground());
        heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
        heading.setMargin(2, 2, 2, 2);
        chart.setTitle(heading);
        return chart;
    }

    /** A chart without a title. */
    JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(null, FigureFont.of(FigureFont.TITLE), plot, false);
        chart.setBackgroundPaint(theme.background());
        chart.setPadding(new RectangleInsets(2, 2, 2, 4));
        chart.getRenderingHints().put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        style(plot);
        return chart;
    }

    void style(Plot plot) {
        plot.setBackgroundPaint(theme.background());
        plot.setInsets(new RectangleInsets(2, 2, 2, 2));
        plot.setOutlinePaint(theme.faint());
        plot.setOutlineStroke(HAIRLINE);
        plot.setNoDataMessageFont(FigureFont.of(FigureFont.TEXT));
        plot.setNoDataMessagePaint(theme.muted());
        if (plot instanceof XYPlot xy) {
            xy.setDomainGridlinesVisible(false);
            xy.setRangeGridlinePaint(theme.faint());
            xy.setRangeGridlineStroke(HAIRLINE);
            xy.setAxisOffset(RectangleInsets.ZERO_INSETS);
        }
    }

    <A extends ValueAxis> A style(A axis) {
        axis.setLabelFont(FigureFont.of(FigureFont.TEXT));
        axis.setLabelPaint(theme.foreground());
        axis.setLabelInsets(new RectangleInsets(2, 2, 2, 2));
        axis.setTickLabelFont(FigureFont.of(FigureFont.TEXT));
        axis.setTickLabelPaint(theme.foreground());
        axis.setTickLabelInsets(new RectangleInsets(1, 2, 1, 2));
        axis.setTickMarkPaint(theme.muted());
        axis.setTickMarkStroke(HAIRLINE);
        axis.setTickMarkOutsideLength(2);
        axis.setAxisLinePaint(theme.muted());
        axis.setAxisLineStroke(HAIRLINE);
        return axis;
    }

    /** An axis over a fixed range with ticks at round numbers, written the same in every locale. */
    NumberAxis axis(String label, double from, double to) {
        NumberAxis axis = style(new NumberAxis(label));
        axis.setStandardTickUnits(new NumberTickUnitSource(false, NumberFormat.getNumberInstance(Locale.ROOT)));
        axis.setRange(from, to);
        return axis;
    }

    /** An upright axis that keeps some distance between its ticks, and tells them apart however near their values are. */
    NumberAxis sparseAxis(String label) {
        NumberAxis axis = style(new NumberAxis(label));
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMaximumFractionDigits(10);
        axis.setStandardTickUnits(new NumberTickUnitSource(false, format));
        // Room counts as part of a label when the distance of ticks is chosen.
        axis.setTickLabelInsets(new RectangleInsets(2, 2, 2, 2));
        return axis;
    }

    /** An axis over a fixed range with ticks at whole numbers. */
    NumberAxis integerAxis(String label, double from, double to) {
        NumberAxis axis = axis(label, from, to);
        axis.setStandardTickUnits(new NumberTickUnitSource(true, plainIntegers()));
        return axis;
    }

    /** A logarithmic axis over a fixed positive range with ticks at powers of ten. */
    LogAxis logAxis(String label, double from, double to) {
        LogAxis axis = style(new LogAxis(label));
        axis.setNumberFormatOverride(new PowerFormat());
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setRange(from, to);
        return axis;
    }

    /** An axis with a column of width 1 for each of the epochs, labeled at as many as there is room for. */
    NumberAxis epochAxis(List<Integer> epochs) {
        NumberAxis axis = style(new ColumnAxis(epochs));
        axis.setLabel("epoch");
        return axis;
    }

    private static NumberFormat plainIntegers() {
        NumberFormat format = NumberFormat.getIntegerInstance(Locale.ROOT);
        format.setGroupingUsed(false);
        return format;
    }

    /** Writes a panel's name above it. */
    void name(XYPlot panel, String name) {
        NumberAxis axis = style(new NumberAxis(name));
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        panel.setDomainAxis(1, axis);
    }

    /** Marks where something happened with a vertical line behind the data. */
    void mark(XYPlot plot, double x, Stroke stroke, Paint paint) {
        plot.addDomainMarker(new ValueMarker(x, paint, stroke), Layer.BACKGROUND);
    }

    /** Adds a line of text below a chart of candidates, which is there where its rows are high enough for text. */
    void noteOnRows(JFreeChart chart, String words, int rows) {
        TextTitle note = new RowNote(words, rows);
        note.setPaint(theme.foreground());
        note.setPosition(RectangleEdge.BOTTOM);
        note.setMargin(1, 2, 2, 2);
        chart.addSubtitle(note);
    }

    /**
     * Draws a level line behind the data, with a word on it at the right, which covers no data either. The word stands on the
     * side of the line where the axis, whose range must be set, leaves more room.
     */
    void level(XYPlot plot, double y, String word, Stroke stroke) {
        ValueMarker level = new ValueMarker(y, theme.muted(), stroke);
        level.setLabel(word);
        level.setLabelFont(FigureFont.of(FigureFont.TEXT));
        level.setLabelPaint(theme.muted());
        level.setLabelBackgroundColor(theme.background());
        boolean below = y > plot.getRangeAxis().getRange().getCentralValue();
        level.setLabelAnchor(below ? RectangleAnchor.BOTTOM_RIGHT : RectangleAnchor.TOP_RIGHT);
        level.setLabelTextAnchor(below ? TextAnchor.TOP_RIGHT : TextAnchor.BOTTOM_RIGHT);
        plot.addRangeMarker(level, Layer.BACKGROUND);
    }

    /** Adds a legend below the chart. */
    void legend(JFreeChart chart, List<LegendItem> items) {
        chart.addLegend(style(new LegendTitle(source(items))));
    }

    /** Adds a legend of operations below a chart of candidates, which is there where its rows are too low for labels. */
    void legendOfRows(JFreeChart chart, List<LegendItem> items, int rows) {
        chart.addLegend(style(new RowLegend(source(items), rows)));
    }

    private static LegendItemSource source(List<LegendItem> items) {
        LegendItemCollection collection = new LegendItemCollection();
        items.forEach(collection::add);
        return () -> collection;
    }

    private LegendTitle style(LegendTitle legend) {
        legend.setItemFont(FigureFont.of(FigureFont.TEXT));
        legend.setItemPaint(theme.foreground());
        legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 8));
        legend.setLegendItemGraphicPadding(RectangleInsets.ZERO_INSETS);
        legend.setBackgroundPaint(theme.background());
        legend.setFrame(BlockBorder.NONE);
        legend.setPosition(RectangleEdge.BOTTOM);
        return legend;
    }

    /** A legend entry that is a filled shape. */
    LegendItem patch(String label, Shape shape, Color fill, Paint outline) {
        return new LegendItem(label, null, null, null, shape, fill, HAIRLINE, outline);
    }

    /** A legend entry that is a line. */
    LegendItem line(String label, Shape line, Stroke stroke, Paint paint) {
        return new LegendItem(label, null, null, null, line, stroke, paint);
    }
}
