package org.isdarts.kernel.nd4j;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsProvider;
import org.isdarts.kernel.Precision;

/** ND4J on the processor. */
public final class Nd4jProvider implements KernelsProvider {
    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String needs() {
        return "a 64-bit processor";
    }

    @Override
    public int preference() {
        return 10;
    }

    @Override
    public Kernels load(Precision precision, int threads) {
        if (precision != Precision.FLOAT32) {
            throw new IllegalStateException("ND4J computes in single precision here; use precision fp32");
        }
        return new Nd4jKernels(threads);
    }
}
