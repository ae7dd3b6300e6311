/**
 * A score of every candidate as a heatmap: over images as in the paper's Figure 4, or over epochs.
 */
package org.isdarts.ui.importance;
