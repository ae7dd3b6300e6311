/**
 * The port to a method of search: what the trainer asks of it, and what the trainer offers it. Every method has a room
 * of its own inside this one. What several methods compute alike is here too: architecture weights and what makes
 * coefficients of them, Adam, clipping, entropy, drawing a choice, and how DARTS reads a genotype.
 */
package org.isdarts.strategy;
