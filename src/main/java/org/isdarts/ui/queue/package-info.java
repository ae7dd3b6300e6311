/** The queue of searches: run by the window, and shown in a window of its own. */
package org.isdarts.ui.queue;
