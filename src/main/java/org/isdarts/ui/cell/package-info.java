/**
 * A cell as a graph whose strands fade as operations are discarded.
 */
package org.isdarts.ui.cell;
