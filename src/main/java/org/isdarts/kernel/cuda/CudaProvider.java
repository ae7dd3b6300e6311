package org.isdarts.kernel.cuda;

import java.util.EnumSet;
import java.util.Set;
import org.isdarts.device.GpuKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsProvider;
import org.isdarts.kernel.Precision;

/** Kernels of our own on an NVIDIA GPU. */
public final class CudaProvider implements KernelsProvider {
    @Override
    public String name() {
        return GpuKernels.CUDA.label();
    }

    @Override
    public String needs() {
        return GpuKernels.CUDA.needs();
    }

    @Override
    public int preference() {
        return 40;
    }

    @Override
    public boolean mustBeFaster() {
        return true;
    }

    @Override
    public boolean isPresent() {
        return CudaKernels.areUsable();
    }

    @Override
    public Kernels load(Precision precision, int threads) {
        return new CudaKernels(precision);
    }

    /** They store images in either; products are taken in float32. */
    @Override
    public Set<Precision> nativePrecisions() {
        return EnumSet.allOf(Precision.class);
    }
}
