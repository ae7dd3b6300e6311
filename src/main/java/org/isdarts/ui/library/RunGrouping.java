package org.isdarts.ui.library;

import java.util.function.Function;

/** What runs are grouped by. */
enum RunGrouping {
    NONE("no groups", row -> ""),
    DATA("data", RunRow::dataName),
    PRESET("preset", row -> row.setting("preset")),
    SPACE("space", RunRow::space),
    SETTINGS("settings but seed", RunRow::settingsWithoutSeed),
    TAG(
            "tag",
            row -> row.labels().tags().isEmpty()
                    ? "without a tag"
                    : "#" + row.labels().tags().get(0));

    private final String label;
    private final Function<RunRow, String> group;

    RunGrouping(String label, Function<RunRow, String> group) {
        this.label = label;
        this.group = group;
    }

    /** The group of a run. */
    String of(RunRow row) {
        return group.apply(row);
    }

    @Override
    public String toString() {
        return label;
    }
}
