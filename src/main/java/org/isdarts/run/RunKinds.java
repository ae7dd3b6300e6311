package org.isdarts.run;

import java.util.List;
import java.util.Map;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.search.RunKind;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.Settings;

/** The kinds of runs there are. */
public final class RunKinds {
    private static final List<RunKind> ALL = List.of(SearchConfig.KIND, EvaluationConfig.KIND);

    private RunKinds() {}

    /** Their names. */
    public static List<String> names() {
        return ALL.stream().map(RunKind::name).toList();
    }

    /** The kind of a run whose settings a file tells by key. Without a word of where they started from it is a search. */
    public static RunKind of(Map<String, String> texts) {
        return ALL.stream()
                .filter(kind -> kind.origin().in(texts).isPresent())
                .findFirst()
                .orElse(SearchConfig.KIND);
    }

    /** The kind of a run with these settings. */
    public static RunKind of(Settings settings) {
        return of(settings.texts());
    }

    /**
     * The settings of a run, agreeing with each other.
     *
     * @throws org.isdarts.settings.ViolationException if they do not
     */
    public static TrainingConfig config(Settings settings) {
        return of(settings).config(settings);
    }
}
