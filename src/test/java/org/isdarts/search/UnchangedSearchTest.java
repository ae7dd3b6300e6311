package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.device.Processor;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.kernel.onednn.OnednnKernels;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.run.TinySearch;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.CellType;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Searches end in the bits that the program's first version recorded in {@code digests.json}.
 *
 * <p>The reference kernels compute in double precision by plain Java alone, whose arithmetic is specified to the last bit
 * (all but exponential, logarithm and cosine, which are the same on every x86-64 machine). The native libraries choose
 * instructions and block sizes by the processor, and so the order of their sums: their searches are compared on the kind
 * of processor that recorded them.
 */
class UnchangedSearchTest {
    /** What was recorded, of which kernels and space, and on which machine. */
    private record Recorded(
            String space,
            String kernels,
            String machine,
            String genotype,
            Map<CellType, String> masks,
            String tensors) {
        SearchDigest digest() {
            return new SearchDigest(genotype, masks, tensors);
        }

        @Override
        public String toString() {
            return kernels + ", " + space;
        }
    }

    private static Stream<Recorded> all() throws IOException {
        try (InputStream file = UnchangedSearchTest.class.getResourceAsStream("digests.json")) {
            return Arrays.stream(new ObjectMapper().readValue(file, Recorded[].class));
        }
    }

    private static Stream<Recorded> ofReference() throws IOException {
        return all().filter(recorded -> recorded.kernels().equals("reference"));
    }

    private static Stream<Recorded> ofNativeLibraries() throws IOException {
        return all().filter(recorded -> !recorded.kernels().equals("reference"));
    }

    @ParameterizedTest
    @MethodSource("ofReference")
    void endsInTheRecordedBitsOnAnyProcessor(Recorded recorded) {
        try (Kernels kernels = new ReferenceKernels()) {
            assertThat(SearchDigest.of(searched(config(recorded), kernels))).isEqualTo(recorded.digest());
        }
    }

    @ParameterizedTest
    @MethodSource("ofNativeLibraries")
    void endsInTheRecordedBitsOnTheProcessorThatRecordedThemThoughStoppedAndResumed(Recorded recorded) {
        assumeThat(recorded.machine()).startsWith(Processor.here().name() + "; ");
        try (Kernels kernels = open(recorded.kernels())) {
            assumeThat(recorded.machine()).endsWith(kernels.description());

            assertThat(SearchDigest.of(stoppedAndResumed(config(recorded), kernels)))
                    .isEqualTo(recorded.digest());
        }
    }

    private static SearchConfig config(Recorded recorded) {
        return new SearchConfig(TinySearch.darts()
                .settings()
                .withText(SpaceSettings.SPACE, recorded.space())
                .with(RunSettings.EPOCHS, 3)
                .with(OptimizerSettings.BATCH_SIZE, 8)
                .with(DataSettings.TRAIN_IMAGES, 16)
                .with(DataSettings.TEST_IMAGES, 8)
                .with(IsDartsSettings.IMPORTANCE_IMAGES, 4)
                .with(IsDartsSettings.SHRINK_STEPS, 2));
    }

    private static Kernels open(String kernels) {
        return switch (kernels) {
            case "nd4j" -> new Nd4jKernels(1);
            case "onednn fp32" -> new OnednnKernels(1);
            case "onednn bf16" -> new OnednnKernels(1, Precision.BFLOAT16);
            default -> throw new IllegalArgumentException("nothing is known of " + kernels);
        };
    }

    private static RecordingJournal searched(SearchConfig config, Kernels kernels) {
        RecordingJournal journal = new RecordingJournal(event -> {});
        search(config, kernels, journal, new SearchControl()).run();
        return journal;
    }

    /** Stopped between the second epoch's last batch and its measurement. */
    private static RecordingJournal stoppedAndResumed(SearchConfig config, Kernels kernels) {
        SearchControl control = new SearchControl();
        RecordingJournal stopped = new RecordingJournal(event -> {
            if (event instanceof RunEvent.BatchProgress progress
                    && progress.epoch() == 2
                    && progress.step() == progress.stepsPerEpoch()) {
                control.stop();
            }
        });
        search(config, kernels, stopped, control).run();
        RecordingJournal resumed = new RecordingJournal(event -> {});
        search(config, kernels, resumed, new SearchControl()).resume(stopped.last(), "checkpoint");
        return resumed;
    }

    private static Search search(SearchConfig config, Kernels kernels, Journal journal, SearchControl control) {
        Dataset dataset = Datasets.open(config.data(), config.seed());
        return new Search(config, SearchData.of(config, dataset), kernels, journal, control);
    }
}
