package org.isdarts.figure.chart;

import org.jfree.data.Range;

/**
 * The part of an axis that is seen.
 *
 * @param from where it begins, as a fraction of the whole axis
 * @param to where it ends, larger than {@code from}
 */
public record Span(double from, double to) {
    /** The whole axis. */
    public static final Span WHOLE = new Span(0, 1);

    /** The narrowest that can be zoomed to. */
    private static final double NARROWEST = 0.01;

    /**
     * A wider or narrower part.
     *
     * @param factor below 1 sees less
     * @param at what stays where it is, as a fraction of this part
     */
    public Span zoomed(double factor, double at) {
        double width = Math.max(NARROWEST, Math.min(1, (to - from) * factor));
        return within(from + (to - from - width) * at, width);
    }

    /**
     * The part beside it.
     *
     * @param by how far to the right, as a fraction of this part
     */
    public Span moved(double by) {
        return within(from + by * (to - from), to - from);
    }

    private static Span within(double from, double width) {
        double begin = Math.max(0, Math.min(1 - width, from));
        return new Span(begin, begin + width);
    }

    /** What is seen of these values. */
    public Range of(Range whole) {
        return new Range(
                whole.getLowerBound() + from * whole.getLength(), whole.getLowerBound() + to * whole.getLength());
    }
}
