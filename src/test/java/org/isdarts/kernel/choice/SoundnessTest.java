package org.isdarts.kernel.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.isdarts.kernel.ForwardingKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoundnessTest {
    @ParameterizedTest
    @MethodSource("org.isdarts.kernel.choice.KernelLibrary#present")
    void everyLibraryIsSoundHere(KernelLibrary library) {
        try (Kernels kernels = KernelLibrary.open(library.label(), Precision.FLOAT32, 2)) {
            assertThat(KernelsSelfTest.complaint(kernels, Precision.FLOAT32)).isEmpty();
        }
    }

    @Test
    void aSumThatForgetsItsFactorIsFound() {
        Kernels wrong = new ForwardingKernels(new ReferenceKernels()) {
            @Override
            public void sum(List<Term> terms, Tensor target) {
                super.sum(terms.stream().map(term -> new Term(1, term.tensor())).toList(), target);
            }
        };

        assertThat(complaint(wrong)).contains("its sum is wrong on this machine");
    }

    @Test
    void aPoolingThatCountsThePaddingIsFound() {
        Kernels wrong = new ForwardingKernels(new ReferenceKernels()) {
            @Override
            public Pooling pooling(PoolingShape shape) {
                Pooling right = super.pooling(shape);
                return new Pooling() {
                    @Override
                    public void forward(Tensor input, Tensor output) {
                        right.forward(input, output);
                        float[] values = new float[output.size()];
                        output.read(values);
                        values[0] *= 4 / 9f;
                        output.write(values);
                    }

                    @Override
                    public void backward(Tensor input, Tensor outputGradient, Tensor inputGradient) {
                        right.backward(input, outputGradient, inputGradient);
                    }
                };
            }
        };

        assertThat(complaint(wrong)).contains("its average pooling is wrong on this machine");
    }

    private static Optional<String> complaint(Kernels kernels) {
        return KernelsSelfTest.complaint(kernels, Precision.FLOAT32);
    }
}
