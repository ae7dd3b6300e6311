/**
 * What the views share: frame, choice among words, explanation, and a figure of the chart room shown and pointed at.
 */
package org.isdarts.ui.panel;
