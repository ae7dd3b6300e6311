/**
 * What leaves a run: genotype files and notations, importance tables.
 */
package org.isdarts.export;
