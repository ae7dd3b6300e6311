package org.isdarts.kernel.onednn;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsContractTest;

class OnednnKernelsTest extends KernelsContractTest {
    @Override
    protected Kernels create() {
        return new OnednnKernels(2);
    }
}
