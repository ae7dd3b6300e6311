/**
 * The way of events from the search thread to the screen: an inbox that is never full, emptied once a frame.
 */
package org.isdarts.ui.bridge;
