package org.isdarts.network;

import org.isdarts.kernel.Tensor;

/** Looks at the outputs of candidate operations during a forward pass. */
@FunctionalInterface
public interface TapListener {
    /**
     * Called once for every kept operation except {@code none}, in every cell.
     *
     * @param output the operation's own output {@code [N,C,H,W]}, before {@code mask / |candidates|}; valid only
     *     during the call
     */
    void output(Tap tap, Tensor output);
}
