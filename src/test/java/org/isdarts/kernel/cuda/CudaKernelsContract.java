package org.isdarts.kernel.cuda;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsContractTest;
import org.isdarts.kernel.Precision;
import org.junit.jupiter.api.Nested;

/** The contract of all kernels in both precisions, on some GPU. */
abstract class CudaKernelsContract {
    abstract Kernels kernels(Precision precision);

    @Nested
    class InFloat32 extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return kernels(Precision.FLOAT32);
        }
    }

    @Nested
    class InBfloat16 extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return kernels(Precision.BFLOAT16);
        }

        /** Images have eight significant bits: half a unit in the last place is 1/512 of a number. */
        @Override
        protected double tolerance() {
            return 0.01;
        }

        @Override
        protected float representable(float number) {
            return Float.intBitsToFloat(Float.floatToIntBits(number) & 0xFFFF0000);
        }
    }
}
