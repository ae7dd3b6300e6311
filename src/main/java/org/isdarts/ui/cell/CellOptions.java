package org.isdarts.ui.cell;

import javafx.util.Duration;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.cell.CellFigure.Coloring;

/**
 * How a cell is drawn.
 *
 * @param coloring what the color of a strand stands for
 * @param discarded opacity of what was discarded, from 0 to 1
 * @param fading how long what was discarded takes to fade
 * @param theme light or dark
 */
record CellOptions(Coloring coloring, double discarded, Duration fading, FigureTheme theme) {}
