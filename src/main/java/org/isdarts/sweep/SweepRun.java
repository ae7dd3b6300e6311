package org.isdarts.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Settings;

/**
 * One run of a sweep.
 *
 * @param index its number in the plan, from 0
 * @param name the name of its run folder, such as {@code 00003-cifar10-quick-is-darts-seed3}
 * @param settings every setting as text, by key
 */
public record SweepRun(int index, String name, Map<String, String> settings) {
    public SweepRun {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * The settings of its search.
     *
     * @throws org.isdarts.settings.ViolationException if this version of the program does not know one of their values
     */
    public SearchConfig config() {
        return new SearchConfig(Settings.read(SearchSettings.ALL, settings));
    }
}
