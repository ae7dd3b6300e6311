package org.isdarts.selftest;

/**
 * A training of some steps.
 *
 * @param losses mean loss of every step
 * @param norms gradient norm of every step before it is clipped
 * @param weights all weights at the end, one after the other
 * @param running all running statistics at the end, one after the other
 */
record Course(double[] losses, double[] norms, double[] weights, double[] running) {}
