package org.isdarts.strategy.enas;

import java.util.Map;
import org.isdarts.strategy.GradientClip;
import org.isdarts.strategy.LearnedArray;

/**
 * How a controller learns from a handful of samples: REINFORCE with the loss {@code -log p (R - b)} averaged over them, where
 * the reward is {@code R = accuracy + weight x entropy} and b a baseline. As in D-X-Y/AutoDL-Projects the loss is
 * differentiated through the entropy within the reward, too.
 */
public final class Reinforce {
    private static final double ENTROPY_WEIGHT = 1e-4;
    private static final GradientClip CLIP = new GradientClip(5);

    private final Tape tape;
    private Node sum;
    private int count;

    /** @param tape what the samples are computed on */
    public Reinforce(Tape tape) {
        this.tape = tape;
        this.sum = tape.constant(0);
    }

    /** {@code accuracy + weight x entropy}. */
    public static double reward(Sample sample, double accuracy) {
        return accuracy + ENTROPY_WEIGHT * sample.entropy().number();
    }

    /**
     * Adds a sample.
     *
     * @param accuracy of the network it stands for, 0 ... 1
     * @param baseline what accuracy is expected
     * @return its loss
     */
    public double add(Sample sample, double accuracy, double baseline) {
        Node entropy = tape.scaled(sample.entropy(), ENTROPY_WEIGHT);
        Node advantage = tape.sum(entropy, tape.constant(accuracy - baseline));
        Node loss = tape.scaled(tape.times(sample.logProbability(), advantage), -1);
        sum = tape.sum(sum, loss);
        count++;
        return loss.number();
    }

    /** The gradient of the mean loss. Once. */
    public Map<LearnedArray, double[]> gradients() {
        return tape.gradients(tape.scaled(sum, 1.0 / count));
    }

    /**
     * Takes a step down the gradient of the mean loss, clipped to 5. Once.
     *
     * @return the gradient's norm before
     */
    public double step() {
        Map<LearnedArray, double[]> gradients = gradients();
        double norm = CLIP.apply(gradients.values());
        gradients.forEach(LearnedArray::step);
        return norm;
    }
}
