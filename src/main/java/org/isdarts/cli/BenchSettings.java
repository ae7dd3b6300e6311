package org.isdarts.cli;

import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.SearchSpace;

/** The paper's settings of a space with another size. */
final class BenchSettings {
    private BenchSettings() {}

    /**
     * @param cells normal cells of a stage; null for the paper's
     * @throws IllegalArgumentException naming the option that is wrong
     */
    static SearchConfig config(
            String space, int channels, Integer cells, int batchSize, int threads, String kernels, String precision) {
        SearchConfig paper = Preset.PAPER.config(SearchSpace.of(space), "synthetic");
        return new SearchConfig(
                paper.space(),
                paper.data(),
                paper.preset(),
                paper.epochs(),
                channels,
                cells == null ? paper.cells() : cells,
                batchSize,
                paper.trainImages(),
                paper.validImages(),
                paper.importance(),
                paper.importanceImages(),
                paper.shrinkSteps(),
                paper.shrinkInterval(),
                paper.seed(),
                threads,
                kernels,
                precision,
                null);
    }
}
