/**
 * Checks the numeric engine against reference numbers: forward pass, gradients, both importances, a training
 * trajectory and every shrink step.
 */
package org.isdarts.selftest;
