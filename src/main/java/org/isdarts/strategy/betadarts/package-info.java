/**
 * beta-DARTS: Beta-Decay Regularization for Differentiable Architecture Search (Ye et al., CVPR 2022;
 * Sunshine-Ye/Beta-DARTS). DARTS with a penalty on architecture weights:
 * {@link org.isdarts.strategy.betadarts.BetaDecay}.
 */
package org.isdarts.strategy.betadarts;
