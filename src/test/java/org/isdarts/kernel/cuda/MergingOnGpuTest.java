package org.isdarts.kernel.cuda;

import org.isdarts.kernel.Precision;
import org.junit.jupiter.api.condition.EnabledIf;

/** On the first GPU of this machine, where there is one. */
@EnabledIf("org.isdarts.kernel.cuda.CudaKernels#areUsable")
class MergingOnGpuTest extends MergingContract {
    @Override
    CudaKernels kernels(Precision precision) {
        return new CudaKernels(precision);
    }
}
