/**
 * The epoch all views look at.
 */
package org.isdarts.ui.timeline;
