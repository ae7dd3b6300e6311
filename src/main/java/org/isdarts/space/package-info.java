/**
 * Search spaces as data: candidate operations, cells, comparison subsets, macro nets, and the genotypes found in them.
 * Nothing here computes; a new space is a new {@link org.isdarts.space.SearchSpace} value.
 */
package org.isdarts.space;
