package org.isdarts.kernel.cuda;

import org.isdarts.kernel.Precision;

/** On the emulated GPU. */
class MergingTest extends MergingContract {
    @Override
    CudaKernels kernels(Precision precision) {
        return EmulatedGpu.kernels(precision);
    }
}
