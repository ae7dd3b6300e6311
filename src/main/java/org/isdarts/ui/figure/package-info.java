/** Shows the figures of the chart and graph rooms in a window. */
package org.isdarts.ui.figure;
