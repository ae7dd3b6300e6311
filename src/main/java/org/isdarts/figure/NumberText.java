package org.isdarts.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them in figures. */
public final class NumberText {
    private NumberText() {}

    /**
     * Three significant digits, without trailing zeros, whatever the locale: {@code 49.6}, {@code 0.0123}, {@code
     * 4.1e+06}, {@code ∞}.
     */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e5)) {
            return String.format(Locale.ROOT, "%.2e", value).replaceFirst("\\.?0*e", "e");
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
