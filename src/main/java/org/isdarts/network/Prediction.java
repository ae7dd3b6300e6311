package org.isdarts.network;

import org.isdarts.kernel.Tensor;

/**
 * What a net says about a batch, and how right it is.
 *
 * @param logits {@code [N * classes]}, row by row
 * @param labels the true classes {@code [N]}
 */
public record Prediction(float[] logits, int[] labels) {
    private static final int TOP = 5;

    /** What a net says by its logits {@code [N,classes]}. */
    static Prediction of(Tensor logits, int[] labels) {
        float[] values = new float[logits.size()];
        logits.read(values);
        return new Prediction(values, labels);
    }

    /** How many images. */
    public int count() {
        return labels.length;
    }

    /** How many classes there are. */
    int classes() {
        return logits.length / labels.length;
    }

    /** The cross entropy {@code -log softmax(logits)[label]}, summed over the images. */
    public double lossSum() {
        double sum = 0;
        for (int n = 0; n < labels.length; n++) {
            sum += logOfSum(n) - logits[n * classes() + labels[n]];
        }
        return sum;
    }

    /** Images whose class was ranked first. */
    public int top1() {
        return ranked(1);
    }

    /** Share of the images whose class was ranked first. */
    public double accuracy() {
        return (double) top1() / count();
    }

    /** Images whose class was among the first five. */
    public int top5() {
        return ranked(TOP);
    }

    private int ranked(int places) {
        int right = 0;
        for (int n = 0; n < labels.length; n++) {
            float own = logits[n * classes() + labels[n]];
            int better = 0;
            for (int c = 0; c < classes(); c++) {
                if (logits[n * classes() + c] > own) {
                    better++;
                }
            }
            if (better < places && !Float.isNaN(own)) {
                right++;
            }
        }
        return right;
    }

    /** The class that an image is most probably of; the first of several. */
    public int likeliest(int image) {
        int best = 0;
        for (int c = 1; c < classes(); c++) {
            if (logits[image * classes() + c] > logits[image * classes() + best]) {
                best = c;
            }
        }
        return best;
    }

    /** {@code softmax(logits)[class]} of an image. */
    public double probability(int image, int ofClass) {
        return Math.exp(logits[image * classes() + ofClass] - logOfSum(image));
    }

    /** {@code log(sum of exp(logits))} of one image, computed from the largest down so that nothing overflows. */
    double logOfSum(int image) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes(); c++) {
            largest = Math.max(largest, logits[image * classes() + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += Math.exp(logits[image * classes() + c] - largest);
        }
        return largest + Math.log(sum);
    }
}
