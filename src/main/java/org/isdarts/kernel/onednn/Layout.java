package org.isdarts.kernel.onednn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.isdarts.kernel.Precision;

/**
 * Where the numbers of a tensor lie. Plain is row-major. Blocked holds images {@code [N,C,H,W]} as
 * {@code [N,C/16,H,W,16]}, the last block filled up with zeros that oneDNN maintains.
 *
 * @param shape lengths of the dimensions
 * @param blocked whether channels lie in blocks
 * @param precision of the numbers
 */
record Layout(List<Integer> shape, boolean blocked, Precision precision) {
    /** Channels of a block. */
    static final int BLOCK = 16;
    /** The first convolution reads images of up to three channels faster where they lie plain. */
    private static final int PLAIN_CHANNELS = 3;

    static Layout plain(int... shape) {
        return new Layout(boxed(shape), false, Precision.FLOAT32);
    }

    /** Images in the layout the primitives want; of other shapes plain float32. */
    static Layout of(Precision precision, int... shape) {
        boolean images = shape.length == 4;
        return new Layout(boxed(shape), images && shape[1] > PLAIN_CHANNELS, images ? precision : Precision.FLOAT32);
    }

    /** oneDNN's name for a precision. */
    static memory.data_type type(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> memory.data_type.f32;
            case BFLOAT16 -> memory.data_type.bf16;
        };
    }

    private int bytes() {
        return precision == Precision.FLOAT32 ? Float.BYTES : Short.BYTES;
    }

    private static List<Integer> boxed(int[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    Layout plain() {
        return new Layout(shape, false, Precision.FLOAT32);
    }

    /** A single float32 number with as many dimensions. */
    Layout single() {
        return new Layout(shape.stream().map(length -> 1).toList(), false, Precision.FLOAT32);
    }

    /** A float32 number for every channel; a single one where there are no channels. */
    Layout ofChannels() {
        List<Integer> lengths = new ArrayList<>(single().shape);
        if (shape.size() > 1) {
            lengths.set(1, shape.get(1));
        }
        return new Layout(lengths, blocked, Precision.FLOAT32);
    }

    /** The same with a single image. */
    Layout ofOneImage() {
        List<Integer> lengths = new ArrayList<>(shape);
        lengths.set(0, 1);
        return new Layout(lengths, blocked, precision);
    }

    boolean isPlainFloat() {
        return equals(plain());
    }

    long[] dimensions() {
        return shape.stream().mapToLong(Integer::longValue).toArray();
    }

    memory.desc descriptor() {
        return new memory.desc(dimensions(), type(precision), tag());
    }

    /** The same place described as {@code [N,H,W,C]}, which a single whole block of channels is as well. */
    memory.desc channelsLast() {
        return new memory.desc(dimensions(), type(precision), memory.format_tag.acdb);
    }

    /** Whether the channels of images are a single whole block. */
    boolean isOneBlock() {
        return blocked && shape.get(1) == BLOCK;
    }

    private memory.format_tag tag() {
        if (blocked) {
            return memory.format_tag.nChw16c;
        }
        return switch (shape.size()) {
            case 1 -> memory.format_tag.a;
            case 2 -> memory.format_tag.ab;
            case 4 -> memory.format_tag.abcd;
            default -> throw new IllegalArgumentException("no tensor has " + shape.size() + " dimensions");
        };
    }

    /** Whether this many channels fill whole blocks. */
    boolean fillsBlocks(int channels) {
        return channels % lanes() == 0;
    }

    /** Channels of a pixel that lie side by side. */
    int lanes() {
        return blocked ? BLOCK : 1;
    }

    private int blocks() {
        return (shape.get(1) + lanes() - 1) / lanes();
    }

    /**
     * Some pixels of images, as five dimensions {@code [N,blocks,rows,columns,lanes]}.
     *
     * @param step distance between neighboring pixels in the images
     */
    memory.desc pixels(int rows, int columns, int step) {
        long lanes = lanes();
        long row = shape.get(3) * lanes;
        long plane = shape.get(2) * row;
        long[] dimensions = {shape.get(0), blocks(), rows, columns, lanes};
        long[] strides = {blocks() * plane, plane, step * row, step * lanes, 1};
        return new memory.desc(dimensions, type(precision), strides);
    }

    /**
     * Images as seven dimensions {@code [rowStep,columnStep,N,blocks,H/rowStep,W/columnStep,lanes]}: the phases of rows
     * and columns first.
     */
    memory.desc phases(int rowStep, int columnStep) {
        long lanes = lanes();
        long row = shape.get(3) * lanes;
        long plane = shape.get(2) * row;
        long[] dimensions = {
            rowStep, columnStep, shape.get(0), blocks(), shape.get(2) / rowStep, shape.get(3) / columnStep, lanes
        };
        long[] strides = {row, lanes, blocks() * plane, plane, rowStep * row, columnStep * lanes, 1};
        return new memory.desc(dimensions, type(precision), strides);
    }

    /** Images as seven dimensions {@code [rowStep,columnStep,N/(rowStep columnStep),blocks,H,W,lanes]}. */
    memory.desc batches(int rowStep, int columnStep) {
        long lanes = lanes();
        long row = shape.get(3) * lanes;
        long plane = shape.get(2) * row;
        long images = shape.get(0) / (rowStep * columnStep);
        long phase = images * blocks() * plane;
        long[] dimensions = {rowStep, columnStep, images, blocks(), shape.get(2), shape.get(3), lanes};
        long[] strides = {columnStep * phase, phase, blocks() * plane, plane, row, lanes, 1};
        return new memory.desc(dimensions, type(precision), strides);
    }

    /** The bytes from the first pixel to that at {@code (offset, offset)}. */
    long bytesTo(int offset) {
        return (long) offset * (shape.get(3) + 1) * lanes() * bytes();
    }
}
