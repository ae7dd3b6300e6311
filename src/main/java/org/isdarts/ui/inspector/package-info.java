/**
 * What is known of the selection, or of the run where nothing is selected.
 */
package org.isdarts.ui.inspector;
