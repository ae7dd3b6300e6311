/**
 * PC-DARTS: Partial Channel Connections for Memory-Efficient Architecture Search (Xu et al., ICLR 2020;
 * yuhuixu1993/PC-DARTS). Part of the channels goes through the candidates and is shuffled with the rest
 * ({@link org.isdarts.strategy.pcdarts.ChannelShuffle}); edges have weights of their own
 * ({@link org.isdarts.strategy.pcdarts.EdgeWeights}).
 */
package org.isdarts.strategy.pcdarts;
