package org.isdarts.figure.chart;

import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.EpochFinished;

/** What the x axis of curves counts. */
public enum TimeAxis {
    EPOCH("epoch", "epoch") {
        @Override
        public double at(History history, double position) {
            return position;
        }
    },
    STEP("step", "training step") {
        @Override
        public double at(History history, double position) {
            return position * history.start().stepsPerEpoch();
        }
    },
    /** Minutes of training, measuring and evaluating; pauses do not count. */
    WALL_TIME("time", "wall time (min)") {
        @Override
        public double at(History history, double position) {
            List<EpochFinished> epochs = history.epochs();
            double seconds = 0;
            int whole = (int) position;
            for (int epoch = 0; epoch < Math.min(whole, epochs.size()); epoch++) {
                seconds += epochs.get(epoch).seconds();
            }
            if (whole < epochs.size()) {
                seconds += (position - whole) * epochs.get(whole).seconds();
            }
            return seconds / 60;
        }

        /** How long the epochs to come will take is not known. */
        @Override
        double end(History history) {
            return at(history, history.epoch());
        }
    };

    private final String label;
    private final String axisLabel;

    TimeAxis(String label, String axisLabel) {
        this.label = label;
        this.axisLabel = axisLabel;
    }

    /** The name on the command line and on screen. */
    public String label() {
        return label;
    }

    /** What is written along the axis. */
    String axisLabel() {
        return axisLabel;
    }

    /**
     * The coordinate of a position in the search.
     *
     * @param position epochs done, with a fraction; the epoch it lies in may be unfinished
     */
    public abstract double at(History history, double position);

    /** Where a run ends: at its last planned epoch. */
    double end(History history) {
        return at(history, history.plannedEpochs());
    }
}
