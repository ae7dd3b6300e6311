package org.isdarts.kernel.onednn;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;

/** A prepared oneDNN primitive. Arguments are given before every run; nothing is allocated for them. */
final class Primitive {
    private static final int MOST_ARGUMENTS = 40;

    private final primitive made;
    private final dnnl_primitive handle;
    private final dnnl_stream stream;
    private final dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(MOST_ARGUMENTS);
    private final Runnable beforeRun;
    private int count;

    Primitive(primitive made, dnnl_stream stream, Runnable beforeRun) {
        this.made = made;
        this.beforeRun = beforeRun;
        this.handle = made.get();
        this.stream = stream;
    }

    /** Gives one argument of the next run, by oneDNN's name for it. */
    Primitive with(int argument, OnednnTensor tensor) {
        return with(argument, tensor.handle);
    }

    Primitive with(int argument, memory place) {
        return with(argument, place.get());
    }

    private Primitive with(int argument, dnnl_memory place) {
        arguments.position(count++).arg(argument).memory(place);
        return this;
    }

    void run() {
        beforeRun.run();
        int status = dnnl.dnnl_primitive_execute(handle, stream, count, arguments.position(0));
        count = 0;
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("oneDNN could not run " + made.get_kind() + ": status " + status);
        }
    }
}
