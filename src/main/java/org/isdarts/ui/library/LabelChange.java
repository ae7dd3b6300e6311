package org.isdarts.ui.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.isdarts.run.Labels;

/**
 * New labels for runs.
 *
 * @param words what was done, for the user
 * @param before the labels each run had
 * @param after the labels each run gets
 */
record LabelChange(String words, Map<RunRow, Labels> before, Map<RunRow, Labels> after) {
    /** Changes the labels of some runs in the same way. */
    static LabelChange of(String words, Iterable<RunRow> rows, UnaryOperator<Labels> change) {
        Map<RunRow, Labels> before = new LinkedHashMap<>();
        Map<RunRow, Labels> after = new LinkedHashMap<>();
        for (RunRow row : rows) {
            before.put(row, row.labels());
            after.put(row, change.apply(row.labels()));
        }
        return new LabelChange(words, before, after);
    }

    /** Gives the runs their new labels. */
    void apply() {
        after.forEach((row, labels) -> labels.writeTo(row.run()));
    }

    /** Gives the runs the labels they had. */
    void undo() {
        before.forEach((row, labels) -> labels.writeTo(row.run()));
    }
}
