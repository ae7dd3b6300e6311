package org.isdarts.kernel.cuda;

/** Float32 in the order in which they are told: vectors, matrices, and the weights of convolutions. */
final class PlainTensor extends CudaTensor {
    private final Device device;

    PlainTensor(Device device, long address, int... shape) {
        super(address, shape);
        this.device = device;
    }

    /** A part of it, which shares its memory. */
    PlainTensor slice(int offset, int... part) {
        return new PlainTensor(device, address + (long) offset * Float.BYTES, part);
    }

    /** How much memory it has. */
    long bytes() {
        return (long) size() * Float.BYTES;
    }

    @Override
    public void read(float[] target) {
        device.staging(bytes());
        device.copyOut(address, bytes());
        device.staging(bytes()).read(0, target, 0, size());
    }

    @Override
    public void write(float[] source) {
        device.staging(bytes()).write(0, source, 0, size());
        device.copyIn(address, bytes());
    }
}
