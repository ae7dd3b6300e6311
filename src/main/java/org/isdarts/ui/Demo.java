package org.isdarts.ui;

import org.isdarts.data.Datasets;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.shrink.Importance;
import org.isdarts.space.SearchSpace;

/** The search that shows everything within some two minutes on two processor cores: on drawn images, to a genotype. */
public final class Demo {
    private Demo() {}

    /** Its settings. */
    public static SearchConfig config() {
        SearchConfig tiny = Preset.TINY.config(SearchSpace.NAS_BENCH_201, Datasets.SYNTHETIC);
        return new SearchConfig(
                tiny.space(),
                tiny.data(),
                tiny.preset(),
                14,
                8,
                1,
                32,
                3_200,
                400,
                Importance.FISHER,
                128,
                4,
                2,
                tiny.seed(),
                tiny.threads(),
                tiny.kernels(),
                tiny.precision(),
                null);
    }
}
