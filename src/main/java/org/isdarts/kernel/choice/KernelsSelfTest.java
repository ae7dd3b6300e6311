package org.isdarts.kernel.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.reference.ReferenceKernels;

/**
 * Whether kernels compute on this machine what they should: the primitives that a training step spends its time in, on
 * small random images, against the reference in double precision. Takes well under a second.
 */
final class KernelsSelfTest {
    private static final int[] IMAGES = {4, 16, 8, 8};
    private static final int[] CHANNELS = {16};

    private KernelsSelfTest() {}

    /** Computes something on some kernels and returns the tensor to look at. */
    private record Primitive(String name, Function<Place, Tensor> computation) {}

    private static final List<Primitive> PRIMITIVES = List.of(
            new Primitive("convolution 3x3", place -> place.convolution(ConvolutionShape.dense(IMAGES, 16, 3, 1))),
            new Primitive("convolution 1x1", place -> place.convolution(ConvolutionShape.dense(IMAGES, 16, 1, 1))),
            new Primitive("depthwise 5x5", place -> place.convolution(ConvolutionShape.depthwise(IMAGES, 5, 1, 2))),
            new Primitive("weights' gradient of convolution 3x3", place -> place.convolutionGradients(
                            ConvolutionShape.dense(IMAGES, 16, 3, 1))
                    .weight()),
            new Primitive("input's gradient of convolution 3x3", place -> place.convolutionGradients(
                            ConvolutionShape.dense(IMAGES, 16, 3, 1))
                    .input()),
            new Primitive("weights' gradient of depthwise 3x3", place -> place.convolutionGradients(
                            ConvolutionShape.depthwise(IMAGES, 3, 1, 1))
                    .weight()),
            new Primitive("input's gradient of depthwise 3x3", place -> place.convolutionGradients(
                            ConvolutionShape.depthwise(IMAGES, 3, 1, 1))
                    .input()),
            new Primitive("batch norm", Place::batchNorm),
            new Primitive("gradient of batch norm", Place::batchNormGradient),
            new Primitive("average pooling", place -> place.pooling(PoolingShape.Kind.AVERAGE)),
            new Primitive("maximum pooling", place -> place.pooling(PoolingShape.Kind.MAXIMUM)),
            new Primitive("sum", Place::sum));

    /** What is wrong with some kernels of a precision; empty if nothing is. */
    static Optional<String> complaint(Kernels kernels, Precision precision) {
        Kernels reference = new ReferenceKernels();
        for (Primitive primitive : PRIMITIVES) {
            double error = distance(
                    new Place(kernels).values(primitive.computation),
                    new Place(reference).values(primitive.computation));
            // Written so that an error that is no number is a complaint too.
            if (!(error <= tolerance(precision))) {
                return Optional.of("its " + primitive.name + " is wrong on this machine");
            }
        }
        return Optional.empty();
    }

    /** The largest error as a share of the largest number; a few units in the last place of what is stored. */
    private static double tolerance(Precision precision) {
        return precision == Precision.FLOAT32 ? 1e-4 : 5e-2;
    }

    private static double distance(float[] values, float[] expected) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            double error = Math.abs((double) values[i] - expected[i]);
            difference = Double.isNaN(error) ? error : Math.max(difference, error);
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return difference / largest;
    }

    /** What a convolution's backward pass gives. */
    private record Gradients(Tensor input, Tensor weight) {}

    /** Kernels, and the tensors made on them; equal ones on every kernels. */
    private static final class Place {
        private final Kernels kernels;
        private final SplittableRandom random = new SplittableRandom(1);
        private final List<Tensor> tensors = new ArrayList<>();

        Place(Kernels kernels) {
            this.kernels = kernels;
        }

        float[] values(Function<Place, Tensor> computation) {
            Tensor result = computation.apply(this);
            float[] values = new float[result.size()];
            result.read(values);
            tensors.forEach(kernels::release);
            return values;
        }

        /** Multiples of 1/16 between -1 and 1, which every precision holds exactly. */
        private Tensor tensor(int... shape) {
            Tensor tensor = kernels.allocate(shape);
            tensors.add(tensor);
            float[] values = new float[tensor.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(-16, 17) / 16f;
            }
            tensor.write(values);
            return tensor;
        }

        Tensor convolution(ConvolutionShape shape) {
            Convolution convolution = kernels.convolution(shape);
            Tensor output = tensor(shape.output());
            convolution.forward(tensor(shape.input()), tensor(shape.weight()), output);
            return output;
        }

        Gradients convolutionGradients(ConvolutionShape shape) {
            Gradients gradients = new Gradients(tensor(shape.input()), tensor(shape.weight()));
            kernels.convolution(shape)
                    .backward(
                            tensor(shape.input()),
                            tensor(shape.weight()),
                            tensor(shape.output()),
                            gradients.input,
                            gradients.weight);
            return gradients;
        }

        Tensor batchNorm() {
            Tensor output = tensor(IMAGES);
            kernels.batchNorm(IMAGES).forward(tensor(IMAGES), null, tensor(CHANNELS), tensor(CHANNELS), output);
            return output;
        }

        Tensor batchNormGradient() {
            BatchNorm norm = kernels.batchNorm(IMAGES);
            Tensor input = tensor(IMAGES);
            Tensor mean = tensor(CHANNELS);
            Tensor variance = tensor(CHANNELS);
            Tensor gradient = tensor(IMAGES);
            norm.forward(input, null, mean, variance, tensor(IMAGES));
            norm.backward(input, null, mean, variance, 0.5, tensor(IMAGES), gradient);
            return gradient;
        }

        Tensor pooling(PoolingShape.Kind kind) {
            PoolingShape shape = new PoolingShape(kind, IMAGES[0], IMAGES[1], IMAGES[2], IMAGES[3], 3, 1, 1);
            Pooling pooling = kernels.pooling(shape);
            Tensor output = tensor(shape.output());
            pooling.forward(tensor(IMAGES), output);
            return output;
        }

        Tensor sum() {
            Tensor output = tensor(IMAGES);
            kernels.sum(List.of(new Kernels.Term(1, tensor(IMAGES)), new Kernels.Term(0.25, tensor(IMAGES))), output);
            return output;
        }
    }
}
