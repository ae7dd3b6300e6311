/** Random search with shared weights: {@link org.isdarts.strategy.random.RandomSearch}. */
package org.isdarts.strategy.random;
