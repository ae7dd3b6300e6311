package org.isdarts.kernel.onednn;

import org.bytedeco.dnnl.memory;

/** How exactly images and their gradients are stored; everything else is float32 always. */
public enum Precision {
    /** 24 significant bits. */
    FLOAT32(memory.data_type.f32, Float.BYTES),
    /** 8 significant bits, the exponent range of float32; sums inside a primitive are float32. */
    BFLOAT16(memory.data_type.bf16, Short.BYTES);

    final memory.data_type type;
    final int bytes;

    Precision(memory.data_type type, int bytes) {
        this.type = type;
        this.bytes = bytes;
    }
}
