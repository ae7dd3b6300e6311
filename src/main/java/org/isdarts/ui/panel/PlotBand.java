package org.isdarts.ui.panel;

/**
 * A horizontal part of a plot, and what it is called.
 *
 * @param from its upper edge as a fraction of the plot's height
 * @param to its lower edge
 * @param name written to its left while it is previewed
 */
public record PlotBand(double from, double to, String name) {}
