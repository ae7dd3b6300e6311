package org.isdarts.search;

import java.util.Arrays;

/** The latest of some times, in seconds. Their median hardly minds the few that are far longer than others. */
final class RecentTimes {
    private final double[] latest;
    private int added;

    /**
     * No times yet.
     *
     * @param most how many are kept
     */
    RecentTimes(int most) {
        latest = new double[most];
    }

    void add(double seconds) {
        latest[added % latest.length] = seconds;
        added++;
    }

    void clear() {
        added = 0;
    }

    int count() {
        return Math.min(added, latest.length);
    }

    /** The middle one, or the lower of the two in the middle. */
    double median() {
        double[] sorted = Arrays.copyOf(latest, count());
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
