/** The library: all runs in some folders, to find, label, open, compare and throw away. */
package org.isdarts.ui.library;
