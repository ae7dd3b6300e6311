package org.isdarts.kernel.cuda;

import com.sun.jna.Pointer;
import org.isdarts.kernel.Compiled;

/**
 * Launches that are asked for as one. The first time they run one by one, so that the driver has loaded every kernel and all
 * memory is there; the second time they are recorded.
 */
final class CudaGraph implements Compiled {
    private final Device device;
    private final Runnable launches;
    private boolean hasRun;
    private Pointer recorded;

    CudaGraph(Device device, Runnable launches) {
        this.device = device;
        this.launches = launches;
    }

    @Override
    public void run() {
        if (!hasRun) {
            launches.run();
            hasRun = true;
            return;
        }
        if (recorded == null) {
            recorded = device.record(launches);
        }
        device.replay(recorded);
    }

    @Override
    public void close() {
        if (recorded != null) {
            device.forget(recorded);
            recorded = null;
        }
    }
}
