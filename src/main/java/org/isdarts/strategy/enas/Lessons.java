package org.isdarts.strategy.enas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Prediction;
import org.isdarts.score.Gauge;
import org.isdarts.score.Score;
import org.isdarts.score.ValueRange;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Training;
import org.isdarts.strategy.ValidationLoss;

/** What is told of the controller after an epoch: sums over all samples that it learned from. */
final class Lessons {
    /** How often an operation was written. */
    static final Score FREQUENCY = Score.of("frequency", "Frequency of the operation")
            .labeled("Frequency")
            .within(ValueRange.FRACTION)
            .explained(
                    "Share of the architectures written by the controller after the epoch that have the operation.",
                    "");

    private static final Gauge REWARD = Gauge.of(
            "reward",
            "Reward of the controller",
            "Mean over the architectures written after the epoch: accuracy on a batch of validation images, and a"
                    + " little for the entropy of the choices.");

    private static final Gauge BASELINE =
            Gauge.of("baseline", "Expected reward", "Moving average of the rewards; what is above it is encouraged.");

    private static final Gauge ENTROPY = Gauge.of(
            "entropy",
            "Entropy of the controller",
            "Sum over the choices of an architecture, in nats: the lower, the surer the controller is.");

    /** What is gauged. */
    static final List<Gauge> GAUGES =
            List.of(REWARD, BASELINE, ENTROPY, ValidationLoss.GAUGE, Training.SKIP_CONNECTIONS);

    private final Frequencies frequencies;
    private double rewards;
    private double entropies;
    private double losses;
    private int samples;

    Lessons(SearchSpace space) {
        frequencies = new Frequencies(space);
    }

    void add(Sample sample, double reward, Prediction prediction) {
        frequencies.count(sample);
        rewards += reward;
        entropies += sample.entropy().number();
        losses += prediction.lossSum() / prediction.count();
        samples++;
    }

    void tell(Training training, Baseline baseline) {
        long now = System.currentTimeMillis();
        training.record(SearchEvent.CandidatesScored.of(
                now, training.epoch(), training.step(), Map.of(FREQUENCY, frequencies.shares())));
        Map<String, Double> gauges = new LinkedHashMap<>();
        gauges.put(REWARD.name(), rewards / samples);
        gauges.put(BASELINE.name(), baseline.value());
        gauges.put(ENTROPY.name(), entropies / samples);
        training.record(new SearchEvent.Gauged(now, training.epoch(), training.step(), gauges));
        ValidationLoss.tell(training, losses / samples);
    }
}
