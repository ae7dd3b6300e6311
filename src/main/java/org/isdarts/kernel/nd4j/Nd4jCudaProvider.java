package org.isdarts.kernel.nd4j;

import org.isdarts.device.Gpu;
import org.isdarts.device.GpuKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsProvider;
import org.isdarts.kernel.Precision;

/** ND4J on an NVIDIA GPU, in a start that has its CUDA backend. */
public final class Nd4jCudaProvider implements KernelsProvider {
    @Override
    public String name() {
        return GpuKernels.ND4J_CUDA.label();
    }

    @Override
    public String needs() {
        return GpuKernels.ND4J_CUDA.needs();
    }

    @Override
    public int preference() {
        return 30;
    }

    @Override
    public boolean mustBeFaster() {
        return true;
    }

    @Override
    public boolean isPresent() {
        return Backend.CUDA.isPresent();
    }

    @Override
    public Kernels load(Precision precision, int threads) {
        if (precision != Precision.FLOAT32) {
            throw new IllegalStateException(
                    "ND4J computes in single precision on the GPU; use precision fp32, or kernels cuda");
        }
        Gpu gpu = usable();
        return new Nd4jCudaKernels(gpu.name());
    }

    /** Loading would take ND4J from the processor for as long as the program runs. */
    @Override
    public String describe(int threads) {
        return "GPU, " + usable().name() + ", ND4J, fp32";
    }

    private Gpu usable() {
        Gpu gpu = Gpu.computing(Gpu.here())
                .orElseThrow(() -> new IllegalStateException("no GPU was found here; use kernels onednn"));
        gpu.obstacle(GpuKernels.ND4J_CUDA).ifPresent(obstacle -> {
            throw new IllegalStateException(gpu.name() + ": " + obstacle);
        });
        if (!isPresent()) {
            throw new IllegalStateException(
                    "ND4J's CUDA kernels are not loaded; start with packaging/isdarts --nd4j-cuda");
        }
        return gpu;
    }
}
