package org.isdarts.kernel.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsContractTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** On the processor's backend, which has the same operations: what can be tested without a GPU. */
class Nd4jCudaKernelsTest {
    private static Nd4jCudaKernels create() {
        return new Nd4jCudaKernels("processor", Backend.PROCESSOR);
    }

    @Nested
    class OnTheProcessor extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return Nd4jCudaKernelsTest.create();
        }
    }

    /** A failure as ND4J's CUDA backend throws it when the device has no memory left. */
    private static Throwable thrownByNd4j(String message) {
        RuntimeException failure = new RuntimeException(message);
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.nd4j.jita.memory.CudaMemoryManager", "allocate", "CudaMemoryManager.java", 67)
        });
        return failure;
    }

    @Test
    void aFullGpuIsToldWithWhatWouldDo() {
        try (Nd4jCudaKernels kernels = create()) {
            assertThat(kernels.explain(thrownByNd4j("Failed to allocate [411041792] bytes from DEVICE [0] memory")))
                    .hasValueSatisfying(words -> assertThat(words)
                            .startsWith("the GPU's memory is full")
                            .contains("smaller batch size", "kernels onednn"));
        }
    }

    @Test
    void aFullHeapIsNotTheGpus() {
        try (Nd4jCudaKernels kernels = create()) {
            assertThat(kernels.explain(new OutOfMemoryError("Java heap space"))).isEmpty();
        }
    }

    @Test
    void aLostGpuIsToldWithWhatWouldDo() {
        try (Nd4jCudaKernels kernels = create()) {
            assertThat(kernels.explain(thrownByNd4j("CUDA stream synchronization failed: 719")))
                    .contains(
                            "the GPU failed (CUDA stream synchronization failed: 719); resume from the last checkpoint"
                                    + " on the processor, with kernels onednn");
        }
    }

    @Test
    void whateverNd4jThrowsIsKnownAsTheGpus() {
        try (Nd4jCudaKernels kernels = create()) {
            Throwable failure = catchThrowable(() -> kernels.execute(DynamicCustomOp.builder("conv2d")
                    .addInputs(Nd4j.ones(1), Nd4j.ones(1))
                    .addOutputs(Nd4j.ones(1))
                    .build()));
            assertThat(kernels.explain(failure)).isPresent();
        }
    }

    @Test
    void aMistakeOfTheProgramIsNotTheGpus() {
        try (Nd4jCudaKernels kernels = create()) {
            assertThat(kernels.explain(new IllegalArgumentException("the checkpoint does not fit")))
                    .isEmpty();
        }
    }

    @Test
    void aProcessComputesOnOneBackend() {
        Backend.PROCESSOR.use();
        assertThatIllegalStateException()
                .isThrownBy(Backend.CUDA::use)
                .withMessageContaining("started on the processor; restart the program");
    }
}
