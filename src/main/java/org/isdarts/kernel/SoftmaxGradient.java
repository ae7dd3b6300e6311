package org.isdarts.kernel;

/** The gradient of the mean cross entropy of logits, for kernels that tell their numbers cheaply. */
final class SoftmaxGradient {
    private final float[] logits;
    private final float[] labels;
    private final int classes;

    SoftmaxGradient(Tensor logits, Tensor labels) {
        this.logits = read(logits);
        this.labels = read(labels);
        this.classes = logits.shape()[1];
    }

    private static float[] read(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        tensor.read(numbers);
        return numbers;
    }

    /** {@code (softmax - one-hot) / N}, {@code [N * classes]}. */
    float[] numbers() {
        float[] gradient = new float[logits.length];
        for (int n = 0; n < labels.length; n++) {
            double log = logOfSum(n * classes);
            for (int c = 0; c < classes; c++) {
                double target = c == (int) labels[n] ? 1 : 0;
                gradient[n * classes + c] =
                        (float) ((Math.exp(logits[n * classes + c] - log) - target) / labels.length);
            }
        }
        return gradient;
    }

    /** {@code log(sum of exp(logits))} of one image, computed from the largest down so that nothing overflows. */
    private double logOfSum(int first) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = first; c < first + classes; c++) {
            largest = Math.max(largest, logits[c]);
        }
        double sum = 0;
        for (int c = first; c < first + classes; c++) {
            sum += Math.exp(logits[c] - largest);
        }
        return largest + Math.log(sum);
    }
}
