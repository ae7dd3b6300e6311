package org.isdarts.kernel.onednn;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsProvider;
import org.isdarts.kernel.Precision;

/** oneDNN on the processor, in its own blocked layouts. */
public final class OnednnProvider implements KernelsProvider {
    @Override
    public String name() {
        return "onednn";
    }

    @Override
    public String needs() {
        return "a 64-bit processor";
    }

    @Override
    public int preference() {
        return 20;
    }

    @Override
    public Kernels load(Precision precision, int threads) {
        OnednnKernels kernels = new OnednnKernels(threads, precision);
        if (!nativePrecisions().contains(precision)) {
            kernels.close();
            throw new IllegalStateException(
                    "this processor does not multiply in bfloat16 (it needs AVX512-BF16 or AMX); use precision fp32");
        }
        return kernels;
    }

    @Override
    public Precision fastest(int channels) {
        try {
            return OnednnKernels.fastest(channels);
        } catch (LinkageError missing) {
            return Precision.FLOAT32;
        }
    }

    @Override
    public Set<Precision> nativePrecisions() {
        return Arrays.stream(Precision.values())
                .filter(OnednnKernels::isNative)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Precision.class)));
    }
}
