/**
 * What the user can do: one description for button, key and palette.
 */
package org.isdarts.ui.action;
