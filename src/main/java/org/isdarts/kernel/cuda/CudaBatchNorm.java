package org.isdarts.kernel.cuda;

import static org.isdarts.kernel.cuda.CudaTensor.address;

import java.util.List;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.cuda.Sum.Summand;

/** Batch norm: the sums over pixels, then every pixel. */
final class CudaBatchNorm implements BatchNorm {
    private static final int COEFFICIENTS = 6;

    private final Cuda cuda;
    private final Images images;
    private final NormSums sums;
    private long coefficients;

    CudaBatchNorm(Cuda cuda, Images images) {
        this.cuda = cuda;
        this.images = images;
        this.sums = new NormSums(cuda, images);
    }

    @Override
    public void forward(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        cuda.ask(new Statistics(sums, address(input), address(mean), address(variance)));
        evaluate(input, affine, mean, variance, output);
    }

    @Override
    public void evaluate(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        if (affine == null) {
            Summand normalized = new Summand(1, address(input), address(mean), address(variance));
            cuda.ask(new Sum(cuda, images, List.of(normalized), address(output), 0));
        } else {
            cuda.launch(
                    "normalize",
                    images.grid(),
                    address(input),
                    images.argument(),
                    address(affine.gamma()),
                    address(affine.beta()),
                    address(mean),
                    address(variance),
                    (float) EPSILON,
                    address(output),
                    images.groups());
        }
    }

    @Override
    public void backward(
            Tensor input,
            Affine affine,
            Tensor mean,
            Tensor variance,
            double factor,
            Tensor outputGradient,
            Tensor inputGradient) {
        NormBackward norm = new NormBackward(
                address(input),
                address(outputGradient),
                (float) factor,
                address(mean),
                address(variance),
                affine == null ? 0 : address(affine.gamma()),
                coefficients(),
                affine == null ? 0 : address(affine.gammaGradient()),
                affine == null ? 0 : address(affine.betaGradient()));
        cuda.ask(new Group<>(sums, List.of(norm)));
        OutputGradient from = new OutputGradient(norm.outputGradient(), norm.input(), norm.coefficients());
        cuda.ask(new NormGradient(cuda, images, from, address(inputGradient)));
    }

    /** A place of its own, since what reads it may come after the sums of other norms. */
    private long coefficients() {
        if (coefficients == 0) {
            coefficients = cuda.pool().take((long) COEFFICIENTS * images.pitch() * Float.BYTES);
        }
        return coefficients;
    }
}
