/**
 * Figures and genotype to files and to the clipboard.
 */
package org.isdarts.ui.export;
