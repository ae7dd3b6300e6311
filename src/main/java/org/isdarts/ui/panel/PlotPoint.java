package org.isdarts.ui.panel;

/**
 * A place in a chart.
 *
 * @param plot which of the chart's plots, from 0
 * @param x fraction of its width, from the left
 * @param y fraction of its height, from the top
 */
public record PlotPoint(int plot, double x, double y) {}
