package org.isdarts.kernel.cuda;

import org.isdarts.kernel.Tensor;

/** Images of one precision, as {@link Images} says how they lie. */
final class ImageTensor extends CudaTensor {
    final Images images;
    private final Cuda cuda;

    /** Zeros. */
    ImageTensor(Cuda cuda, Images images) {
        super(cuda.takeImages(images.bytes()), images.shape());
        this.cuda = cuda;
        this.images = images;
    }

    static ImageTensor of(Tensor tensor) {
        return (ImageTensor) tensor;
    }

    /** Nobody uses it any more. */
    void release() {
        cuda.putBackImages(address);
    }

    @Override
    public void read(float[] target) {
        PlainTensor told = told();
        tell(told);
        told.read(target);
    }

    @Override
    public void write(float[] source) {
        PlainTensor told = told();
        told.write(source);
        arrange(told);
    }

    private PlainTensor told() {
        return new PlainTensor(cuda.device(), cuda.pool().workspace((long) size() * Float.BYTES), shape());
    }

    /** Copies the numbers into a plain tensor. */
    void tell(PlainTensor target) {
        cuda.launch("tell", Grid.of(size()), address, target.address, size(), images.argument());
    }

    /** Copies the numbers of a plain tensor. */
    void arrange(PlainTensor source) {
        cuda.launch("arrange", images.grid(), source.address, address, images.groups(), images.argument());
    }
}
