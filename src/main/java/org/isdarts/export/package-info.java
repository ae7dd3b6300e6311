/**
 * What leaves a run: genotype files and notations, importance tables, figures.
 */
package org.isdarts.export;
