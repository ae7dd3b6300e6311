/**
 * DrNAS: Dirichlet Neural Architecture Search (Chen et al., ICLR 2021; xiangning-chen/DrNAS). The coefficients of an edge are
 * a sample of a Dirichlet distribution ({@link org.isdarts.strategy.drnas.Dirichlet}) whose concentration is learned
 * ({@link org.isdarts.strategy.drnas.Concentration}). The loop is {@link org.isdarts.strategy.drnas.DrNas}.
 */
package org.isdarts.strategy.drnas;
