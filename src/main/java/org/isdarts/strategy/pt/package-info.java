/**
 * Perturbation-based selection: Rethinking Architecture Selection in Differentiable NAS (Wang et al., ICLR 2021;
 * ruocwang/darts-pt). After another method has trained the supernet, an operation counts by what its absence costs:
 * {@link org.isdarts.strategy.pt.PerturbationRule}. {@link org.isdarts.strategy.pt.Perturbation} is the loop.
 */
package org.isdarts.strategy.pt;
