package org.isdarts.network;

import org.isdarts.kernel.Kernels;

/**
 * What plans are compiled with. Plans of one workshop never run at the same time, so they share their tensors: all of them
 * together take the memory of the largest.
 *
 * @param kernels what computes
 * @param parameters the numbers of the net
 * @param tensors where values and gradients lie
 * @param pass what the pass under way is given
 */
record Workshop(Kernels kernels, Parameters parameters, Tensors tensors, Pass pass) implements AutoCloseable {
    Workshop(Kernels kernels, Parameters parameters) {
        this(kernels, parameters, new Tensors(kernels), new Pass());
    }

    @Override
    public void close() {
        tensors.close();
    }
}
