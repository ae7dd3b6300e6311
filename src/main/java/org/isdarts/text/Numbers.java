package org.isdarts.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: on screen, in figures, in tables and in a terminal, whatever the locale. */
public final class Numbers {
    /** Where there is no number. */
    public static final String NONE = "–";

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final int DIGITS = 3;
    private static final int MOST_DIGITS = 15;

    private Numbers() {}

    /**
     * Three significant digits, without trailing zeros: {@code 49.6}, {@code 0.0123}, {@code
     * 4.1×10⁶}, {@code 10⁵}, {@code ∞}.
     */
    public static String of(double value) {
        return of(value, DIGITS);
    }

    /** The same with as many significant digits as tell values apart that lie a step from one another. */
    public static String of(double value, double step) {
        double digits = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(step)) + 1;
        return of(value, (int) Math.max(DIGITS, Math.min(MOST_DIGITS, digits)));
    }

    private static String of(double value, int digits) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e5)) {
            return scientific(value, digits);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A power of ten: {@code 10⁵}. */
    public static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char digit : Integer.toString(exponent).toCharArray()) {
            text.append(digit == '-' ? '⁻' : RAISED.charAt(digit - '0'));
        }
        return text.toString();
    }

    /** A fraction as percent with one decimal: {@code 71.5 %}; a dash if it is not a number. */
    public static String percent(double fraction) {
        return Double.isNaN(fraction) ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    /** A count in millions with two decimals, so that a column of them is read at a glance: {@code 1.53 M}. */
    public static String millions(long count) {
        return String.format(Locale.ROOT, "%.2f M", count / 1e6);
    }

    /** Memory: {@code 340 MB}, {@code 1.3 GB}; a dash if it is not a number. */
    public static String megabytes(double megabytes) {
        return Double.isNaN(megabytes)
                ? NONE
                : megabytes < 1000
                        ? String.format(Locale.ROOT, "%.0f MB", megabytes)
                        : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
    }

    private static String scientific(double value, int digits) {
        String[] parts =
                String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).split("e");
        String power = power(Integer.parseInt(parts[1]));
        String factor = parts[0].replaceFirst("\\.?0+$", "");
        return factor.equals("1") ? power : factor.equals("-1") ? "-" + power : factor + "×" + power;
    }
}
