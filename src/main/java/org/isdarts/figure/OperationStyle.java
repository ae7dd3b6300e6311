package org.isdarts.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.EnumMap;
import java.util.Map;
import org.isdarts.space.Operation;

/**
 * How one operation looks in every figure: a color of the Okabe-Ito palette, a dash pattern, so that color is never
 * alone, and a short label. Operations of one space differ in both; the plain convolutions of NAS-Bench-201 share their
 * colors with the separable ones of DARTS.
 */
public final class OperationStyle {
    private static final Map<Operation, OperationStyle> STYLES = new EnumMap<>(Operation.class);

    static {
        add(Operation.NONE, "none", 0x999999, 1, 3);
        add(Operation.SKIP_CONNECT, "skip", 0x000000);
        add(Operation.NOR_CONV_1X1, "conv 1×1", 0x56B4E9, 6, 2);
        add(Operation.NOR_CONV_3X3, "conv 3×3", 0x0072B2, 12, 2);
        add(Operation.SEP_CONV_3X3, "sep 3×3", 0x56B4E9, 5, 2);
        add(Operation.SEP_CONV_5X5, "sep 5×5", 0x0072B2, 9, 2);
        add(Operation.DIL_CONV_3X3, "dil 3×3", 0x009E73, 5, 2, 1, 2);
        add(Operation.DIL_CONV_5X5, "dil 5×5", 0xCC79A7, 9, 2, 1, 2);
        add(Operation.AVG_POOL_3X3, "avg 3×3", 0xE69F00, 2, 2);
        add(Operation.MAX_POOL_3X3, "max 3×3", 0xD55E00, 3, 1.5f);
    }

    private final String shortLabel;
    private final Color color;
    private final float[] dash;

    private OperationStyle(String shortLabel, Color color, float[] dash) {
        this.shortLabel = shortLabel;
        this.color = color;
        this.dash = dash;
    }

    private static void add(Operation operation, String shortLabel, int rgb, float... dash) {
        STYLES.put(operation, new OperationStyle(shortLabel, new Color(rgb), dash));
    }

    /** The style of an operation. */
    public static OperationStyle of(Operation operation) {
        return STYLES.get(operation);
    }

    /** At most eight characters. */
    public String shortLabel() {
        return shortLabel;
    }

    /** The color on that theme's background; black turns into the theme's foreground. */
    public Color color(FigureTheme theme) {
        return color.equals(Color.BLACK) ? theme.foreground() : color;
    }

    /** Lengths of dashes and gaps in points; empty for a solid line. */
    public float[] dash() {
        return dash.clone();
    }

    /** A line of that width, in points, with the dash pattern. */
    public Stroke stroke(float width) {
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }
}
