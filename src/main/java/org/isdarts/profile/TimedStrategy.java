package org.isdarts.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.isdarts.data.Batch;
import org.isdarts.network.Drawing;
import org.isdarts.network.Prediction;
import org.isdarts.score.Method;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.Stage;
import org.isdarts.strategy.State;
import org.isdarts.strategy.Strategy;
import org.isdarts.strategy.Training;

/** A strategy whose steps are timed. */
final class TimedStrategy implements Strategy {
    private final Strategy timed;
    private final IntConsumer afterStep;
    private final List<Double> seconds = new ArrayList<>();

    /** @param afterStep told after every step, outside its time, how many there were */
    TimedStrategy(Strategy timed, IntConsumer afterStep) {
        this.timed = timed;
        this.afterStep = afterStep;
    }

    /** The time of every step so far. */
    List<Double> seconds() {
        return List.copyOf(seconds);
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        long start = System.nanoTime();
        Prediction prediction = timed.step(training, batch);
        seconds.add((System.nanoTime() - start) / 1e9);
        afterStep.accept(seconds.size());
        return prediction;
    }

    @Override
    public Method method() {
        return timed.method();
    }

    @Override
    public Map<CellType, Mask> initialMasks() {
        return timed.initialMasks();
    }

    @Override
    public Drawing drawing() {
        return timed.drawing();
    }

    @Override
    public Stage stage(int epoch, int epochs) {
        return timed.stage(epoch, epochs);
    }

    @Override
    public double growth() {
        return timed.growth();
    }

    @Override
    public Prediction evaluate(Training training, Batch batch) {
        return timed.evaluate(training, batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        return timed.endOfEpoch(training);
    }

    @Override
    public Genotype genotype(Training training) {
        return timed.genotype(training);
    }

    @Override
    public State state() {
        return timed.state();
    }

    @Override
    public void restore(State state) {
        timed.restore(state);
    }
}
