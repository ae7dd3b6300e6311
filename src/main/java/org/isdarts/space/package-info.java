/**
 * Search spaces as data: candidate operations, cells, comparison subsets, macro nets, and the genotypes found in them.
 * Nothing here computes. A new space is a
 * {@link org.isdarts.space.SearchSpace} in a file of its own, listed by {@link org.isdarts.space.SearchSpaces}.
 */
package org.isdarts.space;
