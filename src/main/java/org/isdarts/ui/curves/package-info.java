/**
 * Accuracy, loss and rate of one or several runs.
 */
package org.isdarts.ui.curves;
