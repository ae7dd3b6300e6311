package org.isdarts.predict;

import org.isdarts.found.FoundNetwork;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.network.FixedNetwork;

/** A network computed by the library that this machine's evaluations use. */
final class EngineNetwork implements Network {
    private static final int THREADS = 1;

    private final Kernels kernels = KernelLibrary.open(KernelLibrary.AUTO, Precision.FLOAT32, THREADS);
    private final FixedNetwork network;

    EngineNetwork(FoundNetwork found) {
        network = new FixedNetwork(kernels, found.graph(), found.numbers());
    }

    @Override
    public float[] logits(float[] image) {
        return network.logits(image);
    }

    @Override
    public void close() {
        network.close();
        kernels.close();
    }
}
