package org.isdarts.strategy.pdarts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.strategy.ArchitectureSettings;

/** Settings of P-DARTS. */
public final class PDartsSettings {
    private static final int MOST_STAGES = 10;
    private static final int MOST_CELLS = 20;
    private static final double MOST_DROPOUT = 0.99;

    /** How many stages. */
    public static final Setting<Integer> STAGES = Setting.of("stages", Kind.wholeNumber(1, MOST_STAGES), 3)
            .label("Stages")
            .help("Stages of P-DARTS, equally long. Each begins a new, deeper net; every edge keeps five eighths of its"
                    + " operations for the next.")
            .build();

    /** By how much the net grows. */
    public static final Setting<Integer> STAGE_GROWTH = Setting.of("stageGrowth", Kind.wholeNumber(0, MOST_CELLS), 2)
            .label("Growth of a stage")
            .help(
                    "Normal cells N that the net of P-DARTS gains with every stage; the first has as many as it was given. The"
                            + " authors' 5, 11 and 17 cells are N = 1, 3 and 5.")
            .build();

    /** How much is dropped behind skip connections. */
    public static final Setting<Double> SKIP_DROPOUT = Setting.of("skipDropout", Kind.number(0, MOST_DROPOUT), 0.7)
            .label("Dropout on skip connections")
            .help(
                    "Share of the values behind skip connections that the last stage of P-DARTS drops at first. The first stage"
                            + " begins with a seventh of it: 0.1, 0.4, 0.7 as the authors have it. It falls within every stage.")
            .build();

    /** How many skip connections a normal cell may hold. */
    public static final Setting<Integer> SKIP_LIMIT = Setting.of("skipLimit", Kind.wholeNumber(0, MOST_CELLS), 2)
            .label("Most skip connections")
            .help("Skip connections that the normal cell of P-DARTS may hold in the end; M in the paper.")
            .build();

    /** Those of the stages. */
    public static final List<Setting<?>> OF_STAGES = List.of(STAGES, STAGE_GROWTH, SKIP_DROPOUT, SKIP_LIMIT);

    /** All of them. */
    public static final List<Setting<?>> ALL =
            Stream.concat(ArchitectureSettings.ALL.stream(), OF_STAGES.stream()).toList();

    /**
     * What presets have otherwise, by their names: values by the keys of the settings. Two stages divide the 24 and the 16
     * epochs that a quick search has in its spaces.
     */
    static final Map<String, Map<String, String>> PRESETS = Map.of(
            "tiny", Map.of(STAGE_GROWTH.key(), "1"),
            "quick", Map.of(STAGE_GROWTH.key(), "1", STAGES.key(), "2"));

    private PDartsSettings() {}
}
