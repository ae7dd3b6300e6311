package org.isdarts.kernel.onednn;

import java.util.Arrays;

/** A vector of one value, which may be another at every run of a primitive that reads it. */
final class Repeated {
    private final OnednnTensor tensor;
    private final float[] numbers;

    Repeated(OnednnTensor tensor) {
        this.tensor = tensor;
        this.numbers = tensor.numbers();
    }

    /** The vector, filled with that value. */
    OnednnTensor of(float value) {
        if (numbers[0] != value) {
            Arrays.fill(numbers, value);
            tensor.write(numbers);
        }
        return tensor;
    }
}
