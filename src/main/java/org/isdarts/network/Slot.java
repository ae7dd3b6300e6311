package org.isdarts.network;

import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;

/** A coefficient that a pass is given from outside. */
public sealed interface Slot {
    /** The coefficient in a mixture. */
    double in(Mixture mixture);

    /** Whether a gradient with respect to it is kept. */
    boolean isLearned();

    /** Adds to the gradient with respect to it, if that is kept. */
    void add(double share, MixtureGradient gradient);

    /** That of a candidate operation, which all cells of a type share. */
    record OfCandidate(CellType cellType, Candidate candidate) implements Slot {
        @Override
        public double in(Mixture mixture) {
            return mixture.of(cellType)[candidate.edge()][candidate.operation()];
        }

        @Override
        public boolean isLearned() {
            return true;
        }

        @Override
        public void add(double share, MixtureGradient gradient) {
            gradient.of(cellType)[candidate.edge()][candidate.operation()] += share;
        }
    }

    /** That of what {@linkplain Drawing#ofPartialChannels passes} the operations of an edge. */
    record OfEdge(CellType cellType, int edge) implements Slot {
        @Override
        public double in(Mixture mixture) {
            return mixture.edges().get(cellType)[edge];
        }

        @Override
        public boolean isLearned() {
            return true;
        }

        @Override
        public void add(double share, MixtureGradient gradient) {
            gradient.edges().get(cellType)[edge] += share;
        }
    }

    /** That of the {@linkplain Drawing#WITH_AUXILIARY_SKIPS auxiliary skips}, which all edges of a net share. */
    record OfAuxiliarySkip() implements Slot {
        @Override
        public double in(Mixture mixture) {
            return mixture.auxiliarySkip();
        }

        @Override
        public boolean isLearned() {
            return false;
        }

        @Override
        public void add(double share, MixtureGradient gradient) {}
    }
}
