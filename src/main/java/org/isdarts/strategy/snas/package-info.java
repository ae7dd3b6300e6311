/**
 * SNAS: Stochastic Neural Architecture Search (Xie et al., ICLR 2019; SNAS-Series/SNAS-Series). An architecture is a random
 * variable, sampled softly for every batch ({@link org.isdarts.strategy.snas.ConcreteSample}) and harder as the temperature
 * falls ({@link org.isdarts.strategy.snas.Temperature}).
 */
package org.isdarts.strategy.snas;
