package org.isdarts.network;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.cuda.CudaKernels;
import org.junit.jupiter.api.condition.EnabledIf;

/** On the first GPU of this machine, where there is one. */
@EnabledIf("org.isdarts.kernel.cuda.CudaKernels#areUsable")
class MergedPassOnGpuTest extends MergedPass {
    @Override
    Kernels kernels(Precision precision) {
        return new CudaKernels(precision);
    }
}
