package org.isdarts.figure.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.isdarts.figure.FigureFont;
import org.isdarts.text.Numbers;

/** Writes powers of ten as {@code 10⁵}, the smallest ones of an axis too, and all else in three significant digits. */
final class PowerFormat extends NumberFormat {
    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        double exponent = Math.log10(number);
        int whole = (int) Math.round(exponent);
        String text = Math.abs(exponent - whole) < 1e-9 ? Numbers.power(whole) : Numbers.of(number);
        return to.append(FigureFont.drawn(text));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("numbers of axes are only written");
    }
}
