/**
 * What the search does, how fast, and when it is done.
 */
package org.isdarts.ui.status;
