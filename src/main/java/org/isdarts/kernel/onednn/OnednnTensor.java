package org.isdarts.kernel.onednn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.isdarts.kernel.Tensor;

/** Numbers in oneDNN's memory. */
final class OnednnTensor implements Tensor, AutoCloseable {
    final Layout layout;
    final dnnl_memory handle;
    private final memory block;
    private final Library library;
    private final int[] shape;
    private final int size;
    private final BytePointer data;
    private final FloatBuffer floats;

    /** Zeros. */
    OnednnTensor(Library library, Layout layout) {
        this(library, layout, new memory(layout.descriptor(), library.engine()));
        clear();
    }

    private OnednnTensor(Library library, Layout layout, memory block) {
        this.library = library;
        this.layout = layout;
        this.block = block;
        this.handle = block.get();
        this.data = new BytePointer(block.get_data_handle());
        data.capacity(block.get_desc().get_size());
        ByteBuffer bytes = data.asByteBuffer().order(ByteOrder.nativeOrder());
        this.floats = bytes.asFloatBuffer();
        this.shape = layout.shape().stream().mapToInt(Integer::intValue).toArray();
        this.size = layout.shape().stream().reduce(1, (a, b) -> a * b);
    }

    static OnednnTensor of(Tensor tensor) {
        return (OnednnTensor) tensor;
    }

    /** A part of this vector. */
    OnednnTensor slice(int offset, int... part) {
        Layout plain = Layout.plain(part);
        return new OnednnTensor(library, plain, view(plain.descriptor(), (long) offset * Float.BYTES));
    }

    /** One of several equal parts of this tensor, one after the other; shares its memory. */
    OnednnTensor part(Layout part, int index) {
        memory.desc descriptor = part.descriptor();
        return new OnednnTensor(library, part, view(descriptor, index * descriptor.get_size()));
    }

    /** The same memory described differently, from a place on. */
    memory view(memory.desc descriptor, long bytes) {
        return new memory(descriptor, library.engine(), data.getPointer(bytes));
    }

    @Override
    public int[] shape() {
        return shape;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void read(float[] target) {
        if (layout.isPlainFloat()) {
            floats.get(0, target, 0, size);
        } else {
            OnednnTensor plain = library.scratch(layout.plain(), "plain");
            library.reorder(this, plain);
            plain.read(target);
        }
    }

    @Override
    public void write(float[] source) {
        if (layout.isPlainFloat()) {
            floats.put(0, source, 0, size);
        } else {
            OnednnTensor plain = library.scratch(layout.plain(), "plain");
            plain.write(source);
            library.reorder(plain, this);
        }
    }

    /** All numbers, row-major. */
    float[] numbers() {
        float[] numbers = new float[size];
        read(numbers);
        return numbers;
    }

    /** The numbers of a plain float32 tensor. */
    FloatBuffer floats() {
        return floats;
    }

    /** Sets all numbers to zero. */
    void clear() {
        Pointer.memset(data, 0, data.capacity());
    }

    /** Gives the memory back, unless it is shared. */
    @Override
    public void close() {
        block.deallocate();
    }
}
