package org.isdarts.strategy;

/** What a strategy's training images are for. */
public enum ImageUse {
    /** All of them train the weights. */
    WEIGHTS,
    /** One half trains the weights, the other the architecture. */
    WEIGHTS_AND_ARCHITECTURE
}
