/**
 * What the window shows, as observable state folded from events: the run, the epoch looked at, the selection.
 */
package org.isdarts.ui.model;
