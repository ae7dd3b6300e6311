/**
 * DARTS (Liu et al., ICLR 2019): {@link org.isdarts.strategy.darts.Darts} is first order,
 * {@link org.isdarts.strategy.darts.SecondOrder} second.
 */
package org.isdarts.strategy.darts;
