package org.isdarts.kernel.choice;

import org.isdarts.kernel.ForwardingKernels;
import org.isdarts.kernel.Kernels;

/** Kernels that also say why they were chosen. */
final class ChosenKernels extends ForwardingKernels {
    private final String reason;

    ChosenKernels(Kernels kernels, String reason) {
        super(kernels);
        this.reason = reason;
    }

    @Override
    public String description() {
        return super.description() + " (" + reason + ")";
    }
}
