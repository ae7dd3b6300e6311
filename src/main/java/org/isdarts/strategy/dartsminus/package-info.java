/**
 * DARTS-: Robustly Stepping out of Performance Collapse Without Indicators (Chu et al., ICLR 2021; Meituan-AutoML/DARTS-).
 * Every edge gets an auxiliary skip connection whose coefficient fades
 * ({@link org.isdarts.strategy.dartsminus.AuxiliarySkip}), so that the candidate skip competes only with its merit.
 */
package org.isdarts.strategy.dartsminus;
