package org.isdarts.kernel.onednn;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsContractTest;
import org.junit.jupiter.api.Nested;

class OnednnKernelsTest {
    @Nested
    class WithOneThread extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return new OnednnKernels(1);
        }
    }

    @Nested
    class WithTwoThreads extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return new OnednnKernels(2);
        }
    }
}
