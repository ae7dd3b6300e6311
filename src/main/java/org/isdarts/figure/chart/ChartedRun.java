package org.isdarts.figure.chart;

import org.isdarts.event.History;

/**
 * A run to draw.
 *
 * @param name what legends and captions call it
 * @param history what happened in it
 */
public record ChartedRun(String name, History history) {}
