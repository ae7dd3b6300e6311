/** Files and text that are dropped onto the window. */
package org.isdarts.ui.drop;
