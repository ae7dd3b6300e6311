/**
 * When each operation went, and why.
 */
package org.isdarts.ui.mask;
