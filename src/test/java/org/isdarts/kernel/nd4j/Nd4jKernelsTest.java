package org.isdarts.kernel.nd4j;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsContractTest;
import org.junit.jupiter.api.Nested;

class Nd4jKernelsTest {
    @Nested
    class WithOneThread extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return new Nd4jKernels(1);
        }
    }

    @Nested
    class WithTwoThreads extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return new Nd4jKernels(2);
        }
    }
}
