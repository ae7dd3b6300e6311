/**
 * DSNAS: Direct Neural Architecture Search without Parameter Retraining (Hu et al., CVPR 2020; SNAS-Series/SNAS-Series). A
 * batch trains one operation of every edge; its architecture gradient needs only that one
 * ({@link org.isdarts.strategy.dsnas.SingleSample}). Edges that are sure are fixed early
 * ({@link org.isdarts.strategy.dsnas.EarlyFixing}).
 */
package org.isdarts.strategy.dsnas;
