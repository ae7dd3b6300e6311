/** DARTS (Liu et al., ICLR 2019): {@link org.isdarts.strategy.darts.Darts} is the loop. */
package org.isdarts.strategy.darts;
