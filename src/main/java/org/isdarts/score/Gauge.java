package org.isdarts.score;

/**
 * A single number that a search method tells about itself from time to time, such as a temperature.
 *
 * @param name in files and events
 * @param title in figures and sentences
 * @param unit empty for none
 * @param range the values it can have
 * @param help what it tells, in a sentence or two
 */
public record Gauge(String name, String title, String unit, ValueRange range, String help) {
    /** A gauge of any numbers without unit. */
    public static Gauge of(String name, String title, String help) {
        return new Gauge(name, title, "", ValueRange.ANY, help);
    }

    /** The same within a range. */
    public Gauge within(ValueRange newRange) {
        return new Gauge(name, title, unit, newRange, help);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
