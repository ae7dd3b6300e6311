package org.isdarts.kernel.cuda;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/** On the first GPU of this machine, where there is one. */
@EnabledIf("org.isdarts.kernel.cuda.CudaKernels#areUsable")
class CudaKernelsOnGpuTest extends CudaKernelsContract {
    /** The driver builds up a GPU for its first user and takes it down after its last, which takes long. */
    private static Kernels open;

    @BeforeAll
    static void open() {
        open = new CudaKernels(Precision.FLOAT32);
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @Override
    Kernels kernels(Precision precision) {
        return new CudaKernels(precision);
    }
}
