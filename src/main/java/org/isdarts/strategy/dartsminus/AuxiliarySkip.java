package org.isdarts.strategy.dartsminus;

/** How the coefficient beta of the auxiliary skip fades from 1 over E epochs. With e the epoch, from 1: */
public enum AuxiliarySkip {
    /** {@code (E - e + 1) / E}, the authors' choice; 1/E in the last epoch. */
    LINEAR("linear") {
        @Override
        public double beta(int epoch, int epochs) {
            return (double) (epochs - epoch + 1) / epochs;
        }
    },
    /** {@code (1 + cos(pi (e - 1) / E)) / 2}. */
    COSINE("cosine") {
        @Override
        public double beta(int epoch, int epochs) {
            return (1 + StrictMath.cos(Math.PI * (epoch - 1) / epochs)) / 2;
        }
    };

    private final String label;

    AuxiliarySkip(String label) {
        this.label = label;
    }

    /** The name in options and files. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    /**
     * The coefficient in one epoch.
     *
     * @param epoch from 1
     * @param epochs of the whole search
     */
    public abstract double beta(int epoch, int epochs);
}
