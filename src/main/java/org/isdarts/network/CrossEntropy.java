package org.isdarts.network;

/**
 * The mean cross entropy of a batch, {@code -sum over c of target[c] log softmax(logits)[c]}, with smoothed labels: the
 * target is {@code 1 - smoothing} of the true class and {@code smoothing / classes} of every class (Szegedy et al., CVPR
 * 2016).
 *
 * @param smoothing share of the target that all classes get alike, from 0 to below 1
 * @param weight what the loss is multiplied by
 */
public record CrossEntropy(double smoothing, double weight) {
    /** Of the labels as they are. */
    public static final CrossEntropy PLAIN = new CrossEntropy(0, 1);

    /** The same loss with that weight in a sum of losses. */
    public CrossEntropy weighted(double another) {
        return new CrossEntropy(smoothing, another);
    }

    /** The loss of a batch. */
    public double mean(Prediction batch) {
        double sum = 0;
        for (int n = 0; n < batch.count(); n++) {
            for (int c = 0; c < batch.classes(); c++) {
                sum += target(batch, n, c) * (batch.logOfSum(n) - batch.logits()[n * batch.classes() + c]);
            }
        }
        return weight * sum / batch.count();
    }

    /** The gradient of the loss with respect to the logits, {@code [N * classes]}: {@code weight (softmax - target) / N}. */
    float[] gradient(Prediction batch) {
        float[] gradient = new float[batch.logits().length];
        for (int n = 0; n < batch.count(); n++) {
            double log = batch.logOfSum(n);
            for (int c = 0; c < batch.classes(); c++) {
                int i = n * batch.classes() + c;
                double softmax = Math.exp(batch.logits()[i] - log);
                gradient[i] = (float) (weight * (softmax - target(batch, n, c)) / batch.count());
            }
        }
        return gradient;
    }

    private double target(Prediction batch, int image, int classNumber) {
        double own = classNumber == batch.labels()[image] ? 1 - smoothing : 0;
        return own + smoothing / batch.classes();
    }
}
