package org.isdarts.network;

import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;

/** Settings of the supernet's size. */
public final class NetworkSettings {
    /** C, the width of the first stage. */
    public static final Setting<Integer> CHANNELS = Setting.of("channels", Kind.wholeNumber(2, 1_024), 16)
            .label("Channels C")
            .help("Width of the first stage's nodes; even. Later stages have 2C and 4C.")
            .rule(
                    channels -> channels % 2 == 0,
                    "is odd; a factorized reduction halves the channels",
                    "give an even number")
            .build();

    /** N, normal cells of a stage. */
    public static final Setting<Integer> CELLS = Setting.of("cells", Kind.wholeNumber(1, 100), 5)
            .label("Cells N")
            .help("Normal cells in each of the three stages.")
            .build();

    private NetworkSettings() {}
}
