/**
 * Genotypes from anywhere, read and drawn.
 */
package org.isdarts.ui.genotype;
