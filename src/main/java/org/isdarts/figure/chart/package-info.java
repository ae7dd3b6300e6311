/**
 * Figures drawn from a run's history with JFreeChart: curves, importance heatmaps as in the paper's Figure 4 and over
 * epochs, mask evolution. No JavaFX; a view shows the same {@link org.jfree.chart.JFreeChart}.
 */
package org.isdarts.figure.chart;
