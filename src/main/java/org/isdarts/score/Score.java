package org.isdarts.score;

/**
 * A number that a search method gives every candidate operation, or every edge: how important it is, what share it has,
 * how good it is. Everything that shows or compares such numbers learns from here what they mean.
 *
 * @param name in files, events and on the command line, such as {@code fisher}
 * @param title in figures and sentences, such as {@code Fisher importance}
 * @param label where there is little room, such as {@code Fisher}
 * @param unit empty for none
 * @param largestGoFirst whether the largest values are discarded first, not the smallest
 * @param scaling how values suit an axis
 * @param range the values it can have
 * @param help what it measures, in a sentence or two
 * @param formula how it is computed; empty where the help says so
 */
public record Score(
        String name,
        String title,
        String label,
        String unit,
        boolean largestGoFirst,
        Scaling scaling,
        ValueRange range,
        String help,
        String formula) {

    /** A score without unit on a linear axis, of which the smallest values are discarded first. */
    public static Score of(String name, String title) {
        return new Score(name, title, title, "", false, Scaling.LINEAR, ValueRange.ANY, "", "");
    }

    /** The same with a short label. */
    public Score labeled(String shortLabel) {
        return new Score(name, title, shortLabel, unit, largestGoFirst, scaling, range, help, formula);
    }

    /** The same in a unit. */
    public Score in(String newUnit) {
        return new Score(name, title, label, newUnit, largestGoFirst, scaling, range, help, formula);
    }

    /** The same, of which the largest values are discarded first. */
    public Score discardingLargest() {
        return new Score(name, title, label, unit, true, scaling, range, help, formula);
    }

    /** The same on a logarithmic axis. */
    public Score logarithmic() {
        return new Score(name, title, label, unit, largestGoFirst, Scaling.LOGARITHMIC, range, help, formula);
    }

    /** The same within a range. */
    public Score within(ValueRange newRange) {
        return new Score(name, title, label, unit, largestGoFirst, scaling, newRange, help, formula);
    }

    /** The same, explained. */
    public Score explained(String newHelp, String newFormula) {
        return new Score(name, title, label, unit, largestGoFirst, scaling, range, newHelp, newFormula);
    }

    /** The title with the unit behind it in parentheses, together with what stands in parentheses there. */
    public String titleAndUnit() {
        if (unit.isEmpty()) {
            return title;
        }
        return title.endsWith(")")
                ? title.substring(0, title.length() - 1) + ", " + unit + ")"
                : title + " (" + unit + ")";
    }

    /** A sentence that says which values are discarded first. */
    public String goingFirst() {
        return "The " + (largestGoFirst ? "largest" : "smallest") + " values are discarded first.";
    }

    /**
     * Compares two values by how soon they are discarded. What is not a number tells nothing and goes first.
     *
     * @return negative if {@code left} is discarded before {@code right}
     */
    public int discardOrder(double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Boolean.compare(Double.isNaN(right), Double.isNaN(left));
        }
        return largestGoFirst ? Double.compare(right, left) : Double.compare(left, right);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
