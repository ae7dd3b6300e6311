package org.isdarts.figure;

import org.isdarts.score.Importance;

/** What figures call a measurement of importance. */
public final class ImportanceLabels {
    private ImportanceLabels() {}

    /** Its name. */
    public static String name(Importance importance) {
        return switch (importance) {
            case FISHER -> "Fisher importance";
            case IIM -> "IIM (Eq. 11)";
        };
    }

    /** Its name and unit, in terms of the activations it is computed from. */
    public static String nameAndUnit(Importance importance) {
        return switch (importance) {
            case FISHER -> "Fisher importance (" + unit(importance) + ")";
            case IIM -> "IIM, Eq. 11 (" + unit(importance) + ")";
        };
    }

    /** Its unit, in terms of the activations it is computed from. */
    public static String unit(Importance importance) {
        return switch (importance) {
            case FISHER -> "1/activation⁴";
            case IIM -> "activation²";
        };
    }

    /** Whether the large values are discarded first, not the small ones. */
    public static boolean largestGoFirst(Importance importance) {
        return importance.discardOrder(1, 0) < 0;
    }

    /** A sentence that says which values are discarded first. */
    public static String goingFirst(Importance importance) {
        return "The " + (largestGoFirst(importance) ? "largest" : "smallest") + " values are discarded first.";
    }
}
