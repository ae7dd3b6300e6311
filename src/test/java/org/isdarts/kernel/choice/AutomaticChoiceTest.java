package org.isdarts.kernel.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.kernel.ForwardingKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsProvider;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.junit.jupiter.api.Test;

/** What computes elsewhere has to be faster than the processor. */
class AutomaticChoiceTest {
    /** Kernels that compute as the reference does. */
    private record Provider(String name, boolean mustBeFaster) implements KernelsProvider {
        @Override
        public String needs() {
            return "nothing";
        }

        @Override
        public int preference() {
            return 0;
        }

        @Override
        public Kernels load(Precision precision, int threads) {
            return new ForwardingKernels(new ReferenceKernels()) {
                @Override
                public String name() {
                    return Provider.this.name();
                }

                @Override
                public String description() {
                    return Provider.this.name();
                }
            };
        }
    }

    private static final Provider GPU = new Provider("gpu", true);
    private static final Provider PROCESSOR = new Provider("processor", false);

    private static String chosen(Map<String, Double> seconds, Provider... providers) {
        List<KernelLibrary> libraries =
                Stream.of(providers).map(KernelLibrary::new).toList();
        AutomaticChoice choice =
                new AutomaticChoice(library -> List.of(Precision.FLOAT32), 1, kernels -> seconds.get(kernels.name()));
        try (Kernels kernels = choice.of(libraries)) {
            return kernels.description();
        }
    }

    @Test
    void aFasterGpuIsTaken() {
        assertThat(chosen(Map.of("gpu", 0.1, "processor", 0.2), GPU, PROCESSOR)).isEqualTo("gpu (the fastest here)");
    }

    @Test
    void aSlowerGpuIsPassedOver() {
        assertThat(chosen(Map.of("gpu", 0.3, "processor", 0.2), GPU, PROCESSOR))
                .isEqualTo("processor (not gpu in fp32: slower here than processor)");
    }

    @Test
    void whatComputesOnTheProcessorIsNotTried() {
        assertThat(chosen(Map.of(), PROCESSOR, GPU)).isEqualTo("processor (the fastest here)");
    }

    @Test
    void aGpuWithoutAnythingToTryItAgainstIsTaken() {
        assertThat(chosen(Map.of(), GPU)).isEqualTo("gpu (the fastest here)");
    }

    @Test
    void aTrialTakesTime() {
        try (Kernels kernels = KernelLibrary.open("onednn", Precision.FLOAT32, 1)) {
            assertThat(KernelsTrial.seconds(kernels)).isPositive();
        }
    }
}
