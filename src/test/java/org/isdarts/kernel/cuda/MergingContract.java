package org.isdarts.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Merged calls leave what the single ones leave, and are fewer; on some GPU. */
abstract class MergingContract {
    private static final int[] IMAGES = {3, 10, 6, 5};
    private static final ConvolutionShape SHAPE = ConvolutionShape.dense(IMAGES, 10, 3, 1);

    abstract CudaKernels kernels(Precision precision);

    /** Kernels with tensors; equal uses make equal numbers. */
    private static final class Bench {
        private final Kernels kernels;
        private final SplittableRandom random = new SplittableRandom(7);
        private final List<Tensor> kept = new ArrayList<>();

        Bench(Kernels kernels) {
            this.kernels = kernels;
        }

        private Tensor filled(Tensor tensor) {
            float[] numbers = new float[tensor.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) random.nextDouble(-1, 2);
            }
            tensor.write(numbers);
            return tensor;
        }

        /** Images that nobody reads afterwards. */
        Tensor images() {
            return filled(kernels.allocate(IMAGES));
        }

        Tensor keptImages() {
            kept.add(images());
            return kept.get(kept.size() - 1);
        }

        Tensor channels() {
            return filled(kernels.allocate(IMAGES[1]));
        }

        Tensor weights() {
            int[] shape = SHAPE.weight();
            Tensor vector = filled(kernels.allocate(shape[0] * shape[1] * shape[2] * shape[3]));
            return kernels.slice(vector, 0, shape);
        }

        Tensor keptWeights() {
            kept.add(weights());
            return kept.get(kept.size() - 1);
        }

        BatchNorm norm() {
            return kernels.batchNorm(IMAGES);
        }

        Convolution convolution() {
            return kernels.convolution(SHAPE);
        }

        void add(Tensor target, Tensor... tensors) {
            kernels.sum(
                    List.of(tensors).stream()
                            .map(tensor -> new Term(0.5, tensor))
                            .toList(),
                    target);
        }
    }

    private void leavesTheSame(Precision precision, int calls, Function<Bench, Runnable> primitives) {
        try (CudaKernels kernels = kernels(precision)) {
            Bench single = new Bench(kernels);
            primitives.apply(single).run();
            Bench merged = new Bench(kernels);
            try (CudaGraph pass = kernels.compiled(primitives.apply(merged), merged.kept)) {
                pass.run();
                assertThat(pass.calls()).hasSize(calls);
                pass.run();
            }
            for (int i = 0; i < merged.kept.size(); i++) {
                assertNear(precision, merged.kept.get(i), single.kept.get(i));
            }
        }
    }

    private static void assertNear(Precision precision, Tensor actual, Tensor expected) {
        float[] actually = numbers(actual);
        float[] numbers = numbers(expected);
        double largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        double share = precision == Precision.FLOAT32 ? 1e-5 : 0.01;
        for (int i = 0; i < numbers.length; i++) {
            assertThat((double) actually[i]).isCloseTo(numbers[i], within(share * largest));
        }
    }

    private static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        tensor.read(numbers);
        return numbers;
    }

    @ParameterizedTest
    @EnumSource
    void aNormIsNormalizedWithinTheSumsThatAloneReadIt(Precision precision) {
        leavesTheSame(precision, 3, on -> {
            BatchNorm norm = on.norm();
            Tensor input = on.images();
            Tensor mean = on.channels();
            Tensor variance = on.channels();
            Tensor normal = on.images();
            Tensor other = on.images();
            Tensor first = on.keptImages();
            Tensor second = on.keptImages();
            return () -> {
                norm.forward(input, null, mean, variance, normal);
                on.add(first, other, normal);
                on.add(second, normal);
            };
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNormThatIsReadAfterwardsIsStored(Precision precision) {
        leavesTheSame(precision, 3, on -> {
            BatchNorm norm = on.norm();
            Tensor input = on.images();
            Tensor mean = on.channels();
            Tensor variance = on.channels();
            Tensor normal = on.keptImages();
            Tensor sum = on.keptImages();
            return () -> {
                norm.forward(input, null, mean, variance, normal);
                on.add(sum, normal);
            };
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceThatServesTwiceHoldsWhatEachReaderWants(Precision precision) {
        leavesTheSame(precision, 4, on -> {
            BatchNorm norm = on.norm();
            Tensor input = on.images();
            Tensor mean = on.channels();
            Tensor variance = on.channels();
            Tensor place = on.images();
            Tensor first = on.keptImages();
            Tensor second = on.keptImages();
            return () -> {
                norm.forward(input, null, mean, variance, place);
                on.add(first, place, place);
                norm.forward(first, null, mean, variance, place);
                on.add(second, place, first);
            };
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSumIsRectifiedWhileItIsStored(Precision precision) {
        leavesTheSame(precision, 2, on -> {
            Tensor left = on.images();
            Tensor right = on.images();
            Tensor sum = on.keptImages();
            Tensor passing = on.images();
            Tensor positive = on.keptImages();
            Tensor alone = on.keptImages();
            return () -> {
                on.add(sum, left, right);
                on.kernels.relu(sum, positive);
                on.add(passing, left, positive);
                on.kernels.relu(passing, alone);
            };
        });
    }

    @ParameterizedTest
    @EnumSource
    void aConvolutionSumsTheStatisticsOfItsOutput(Precision precision) {
        leavesTheSame(precision, 2, on -> {
            Convolution convolution = on.convolution();
            BatchNorm norm = on.norm();
            Tensor input = on.images();
            Tensor weights = on.weights();
            Tensor output = on.images();
            Tensor mean = on.channels();
            Tensor variance = on.channels();
            on.kept.add(mean);
            on.kept.add(variance);
            Tensor normal = on.keptImages();
            return () -> {
                convolution.forward(input, weights, output);
                norm.forward(output, null, mean, variance, normal);
            };
        });
    }

    @ParameterizedTest
    @EnumSource
    void convolutionsOfOneShapeAreOneCall(Precision precision) {
        leavesTheSame(precision, 1, on -> {
            Convolution convolution = on.convolution();
            Tensor input = on.images();
            List<Tensor> weights = List.of(on.weights(), on.weights(), on.weights());
            List<Tensor> outputs = List.of(on.keptImages(), on.keptImages(), on.keptImages());
            return () -> {
                for (int i = 0; i < 3; i++) {
                    convolution.forward(input, weights.get(i), outputs.get(i));
                }
            };
        });
    }

    @ParameterizedTest
    @EnumSource
    void aConvolutionOfAnothersOutputComesAfterIt(Precision precision) {
        leavesTheSame(precision, 2, on -> {
            Convolution convolution = on.convolution();
            Tensor input = on.images();
            Tensor weights = on.weights();
            Tensor between = on.images();
            Tensor output = on.keptImages();
            return () -> {
                convolution.forward(input, weights, between);
                convolution.forward(between, weights, output);
            };
        });
    }

    /** The gradients' places serve one convolution after the other. */
    @ParameterizedTest
    @EnumSource
    void theGradientOfANormIsFormedInTheConvolutionsBeforeIt(Precision precision) {
        leavesTheSame(precision, 3, on -> {
            Convolution convolution = on.convolution();
            BatchNorm first = on.norm();
            BatchNorm second = on.norm();
            Tensor input = on.images();
            Tensor output = on.images();
            Tensor outputGradient = on.images();
            Tensor mean = on.channels();
            Tensor variance = positive(on);
            Tensor weights = on.weights();
            Tensor between = on.images();
            List<Tensor> inputGradients = List.of(on.keptImages(), on.keptImages());
            List<Tensor> weightGradients = List.of(on.keptWeights(), on.keptWeights());
            return () -> {
                for (int i = 0; i < 2; i++) {
                    (i == 0 ? first : second).backward(output, null, mean, variance, 0.5 + i, outputGradient, between);
                    convolution.backward(input, weights, between, inputGradients.get(i), weightGradients.get(i));
                }
            };
        });
    }

    private static Tensor positive(Bench on) {
        Tensor variance = on.channels();
        on.kernels.fill(variance, 0.7);
        return variance;
    }
}
