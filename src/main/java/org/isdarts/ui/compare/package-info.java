/** Sets several runs side by side: genotypes edge by edge, final accuracies over seeds, curves. */
package org.isdarts.ui.compare;
