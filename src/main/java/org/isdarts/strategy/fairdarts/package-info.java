/**
 * FairDARTS: Eliminating Unfair Advantages in Differentiable Architecture Search (Chu et al., ECCV 2020;
 * xiaomi-automl/FairDARTS). Every operation but none has a sigmoid of its own; a second loss drives each to 0 or 1
 * ({@link org.isdarts.strategy.fairdarts.ZeroOneLoss}), and a genotype keeps what is above a threshold
 * ({@link org.isdarts.strategy.fairdarts.ThresholdRule}).
 */
package org.isdarts.strategy.fairdarts;
