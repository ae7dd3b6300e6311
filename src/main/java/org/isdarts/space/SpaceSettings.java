package org.isdarts.space;

import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;

/** The setting that names the search space. */
public final class SpaceSettings {
    /** Where architectures are searched. */
    public static final Setting<SearchSpace> SPACE = Setting.of(
                    "space", Kind.choice(SearchSpaces.ALL, SearchSpace::name), NasBench201.SPACE)
            .label("Search space")
            .help("The cells that can be found.")
            .build();

    private SpaceSettings() {}
}
