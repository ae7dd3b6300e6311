package org.isdarts.kernel.cuda;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Set;
import org.isdarts.kernel.Compiled;

/**
 * Calls that are merged and asked for as one. The first time they run one by one, so that the driver has loaded every kernel and
 * all memory is there; the second time they are recorded.
 */
final class CudaGraph implements Compiled {
    private final Cuda cuda;
    private final Runnable primitives;
    private final Set<Long> kept;
    private Merging merged;
    private Pointer recorded;

    /** @param kept where the images lie that are read afterwards */
    CudaGraph(Cuda cuda, Runnable primitives, Set<Long> kept) {
        this.cuda = cuda;
        this.primitives = primitives;
        this.kept = kept;
    }

    @Override
    public void run() {
        if (merged == null) {
            merged = new Merging(cuda, cuda.listed(primitives), kept);
            launch();
            return;
        }
        if (recorded == null) {
            recorded = cuda.device().record(this::launch);
        }
        cuda.device().replay(recorded);
    }

    /** What it asks for, once it has run. */
    List<Call> calls() {
        return merged.calls();
    }

    private void launch() {
        calls().forEach(Call::launch);
    }

    @Override
    public void close() {
        if (recorded != null) {
            cuda.device().forget(recorded);
            recorded = null;
        }
        if (merged != null) {
            merged.close();
            merged = null;
        }
    }
}
