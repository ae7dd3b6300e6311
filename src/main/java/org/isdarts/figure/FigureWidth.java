package org.isdarts.figure;

/**
 * Widths that figures are printed at. AAAI's are those of its author kit (columns of 3.3 inches, 7 inches of text);
 * IEEE's those of its Author Center (21 and 43 picas).
 */
public enum FigureWidth {
    /** Whatever suits a figure. */
    AS_DRAWN("as suits each figure", Double.NaN),
    AAAI_COLUMN("AAAI column, 3.3 in", 3.3),
    AAAI_PAGE("AAAI page, 7 in", 7),
    IEEE_COLUMN("IEEE column, 3.5 in", 3.5),
    IEEE_PAGE("IEEE page, 7.16 in", 7.16);

    private static final double POINTS = 72;

    private final String label;
    private final double inches;

    FigureWidth(String label, double inches) {
        this.label = label;
        this.inches = inches;
    }

    @Override
    public String toString() {
        return label;
    }

    /**
     * A figure in this width.
     *
     * @param textSize in points
     */
    public SizedFigure size(Figure figure, double textSize) {
        double own = figure.preferredSize().width * textSize / FigureFont.TEXT;
        return new SizedFigure(figure, Double.isNaN(inches) ? own : inches * POINTS, textSize);
    }
}
