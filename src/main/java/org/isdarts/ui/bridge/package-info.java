/**
 * The way of events from the search thread to the screen: an inbox that is never full, emptied when something
 * is in it; and the clock of whatever the window does again and again.
 */
package org.isdarts.ui.bridge;
