package org.isdarts.ui.panel;

/**
 * A horizontal part of a plot.
 *
 * @param from its upper edge as a fraction of the plot's height
 * @param to its lower edge
 */
public record PlotBand(double from, double to) {}
