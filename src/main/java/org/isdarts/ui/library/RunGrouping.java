package org.isdarts.ui.library;

import java.util.List;

/** What runs are grouped by. */
enum RunGrouping {
    NONE("no groups"),
    KIND("kind"),
    STRATEGY("strategy"),
    DATA("images"),
    PRESET("preset"),
    SPACE("search space"),
    SETTINGS("settings but seed"),
    TAG("tag");

    private final String label;

    RunGrouping(String label) {
        this.label = label;
    }

    /** The group of a run. */
    String of(RunRow row) {
        return switch (this) {
            case NONE -> "";
            case KIND -> row.kind();
            case STRATEGY -> row.strategy().isEmpty() ? row.kind() : row.strategy();
            case DATA -> row.dataName();
            case PRESET -> row.run().manifest().configuration().presetName();
            case SPACE -> row.space();
            case SETTINGS -> row.settingsWithoutSeed();
            case TAG -> tag(row.labels().tags());
        };
    }

    private static String tag(List<String> tags) {
        return tags.isEmpty() ? "without a tag" : "#" + tags.get(0);
    }

    @Override
    public String toString() {
        return label;
    }
}
