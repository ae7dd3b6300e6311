/**
 * The window: its regions put together, what can be done in it, and its theme.
 */
package org.isdarts.ui;
