package org.isdarts.kernel.cuda;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;

/** On the emulated GPU. */
class CudaKernelsContractTest extends CudaKernelsContract {
    @Override
    Kernels kernels(Precision precision) {
        return EmulatedGpu.kernels(precision);
    }
}
