package org.isdarts.figure.chart;

import org.isdarts.event.RunEvent.Accuracy;
import org.isdarts.event.RunEvent.EpochFinished;

/** The images that accuracy and loss are of. */
public enum Split {
    TEST("test") {
        @Override
        public Accuracy of(EpochFinished epoch) {
            return epoch.test();
        }
    },
    TRAIN("train") {
        @Override
        public Accuracy of(EpochFinished epoch) {
            return epoch.train();
        }
    };

    private final String label;

    Split(String label) {
        this.label = label;
    }

    /** The word on screen. */
    public String label() {
        return label;
    }

    /** Loss and accuracy over these images after an epoch; null where there are none. */
    public abstract Accuracy of(EpochFinished epoch);
}
