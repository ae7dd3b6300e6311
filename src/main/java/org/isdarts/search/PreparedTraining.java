package org.isdarts.search;

import org.isdarts.data.Normalization;
import org.isdarts.kernel.Kernels;

/**
 * The training of a run, its images read and checked, before anything is computed.
 *
 * @param normalization what is done to the images' values
 * @param training begins it
 */
public record PreparedTraining(Normalization normalization, Training training) {
    /** Takes what a training computes with, and what it tells. */
    public interface Training {
        /**
         * A training, not begun yet.
         *
         * @param kernels what computes; not closed by the training
         * @param journal takes events and checkpoints
         * @param control what the user wants while it runs
         */
        TrainingLoop loop(Kernels kernels, Journal journal, SearchControl control);
    }
}
