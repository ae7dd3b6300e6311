/**
 * A cell drawn as a graph: where nodes and candidate operations lie, found by the Eclipse Layout Kernel, and a figure of
 * it. No JavaFX; a view draws the same layout.
 */
package org.isdarts.figure.cell;
