package org.isdarts.ui.library;

import java.util.Comparator;

/** How runs are sorted. */
enum RunOrder {
    NEWEST("newest first"),
    OLDEST("oldest first"),
    ACCURACY("highest accuracy first"),
    NAME("name"),
    STATE("state");

    private static final Comparator<RunRow> BY_START = Comparator.comparingLong(RunRow::started);

    private final String label;

    RunOrder(String label) {
        this.label = label;
    }

    /** Runs that are equal in this are in the order of their start, the newest first. */
    Comparator<RunRow> comparator() {
        return first().thenComparing(BY_START.reversed());
    }

    private Comparator<RunRow> first() {
        return switch (this) {
            case NEWEST -> BY_START.reversed();
            case OLDEST -> BY_START;
            case ACCURACY -> Comparator.comparingDouble(
                            (RunRow row) -> Double.isNaN(row.accuracy()) ? -1 : row.accuracy())
                    .reversed();
            case NAME -> Comparator.comparing(RunRow::name, String.CASE_INSENSITIVE_ORDER);
            case STATE -> Comparator.comparing(row -> row.summary().state());
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
