package org.isdarts.network;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.cuda.EmulatedGpu;

/** On the emulated GPU. */
class MergedPassTest extends MergedPass {
    @Override
    Kernels kernels(Precision precision) {
        return EmulatedGpu.kernels(precision);
    }
}
