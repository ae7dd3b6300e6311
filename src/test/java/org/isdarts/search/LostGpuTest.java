package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.cuda.EmulatedGpu;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.run.TinySearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A search whose GPU, which the processor plays, is lost or full. */
class LostGpuTest {
    private static final SearchConfig CONFIG = TinySearch.config();

    @AfterEach
    void restore() {
        EmulatedGpu.find();
    }

    private static Search search(Kernels kernels, RecordingJournal journal) {
        SearchData data = SearchData.of(CONFIG, Datasets.open("synthetic", CONFIG.seed()));
        return new Search(CONFIG, data, kernels, journal, new SearchControl());
    }

    @Test
    void isToldInOneLineAndGoesOnOnTheProcessor() {
        isToldAndGoesOn(
                EmulatedGpu::lose,
                "the GPU failed (unspecified launch failure (719)); resume from the last checkpoint on the processor,"
                        + " with kernels onednn");
    }

    @Test
    void thatIsFullIsToldInOneLineAndTheSearchGoesOnOnTheProcessor() {
        isToldAndGoesOn(
                EmulatedGpu::fill,
                "the GPU's memory is full; search with a smaller batch size, fewer channels or cells, end other programs"
                        + " that use it, or resume from the last checkpoint on the processor, with kernels onednn");
    }

    private static void isToldAndGoesOn(Runnable failure, String words) {
        RecordingJournal broken = new RecordingJournal(event -> {
            if (event instanceof RunEvent.CheckpointWritten) {
                failure.run();
            }
        });
        try (Kernels gpu = EmulatedGpu.kernels(Precision.FLOAT32)) {
            assertThatThrownBy(() -> search(gpu, broken).run())
                    .isInstanceOf(SearchFailure.class)
                    .hasMessage(words);
        }
        assertThat(broken.of(RunEvent.Failed.class)).hasSize(1);
        try (Kernels processor = new Nd4jKernels(1)) {
            RecordingJournal resumed = new RecordingJournal(event -> {});
            assertThat(search(processor, resumed).resume(broken.last(), "checkpoint"))
                    .isEqualTo(Search.End.FINISHED);
        }
    }
}
