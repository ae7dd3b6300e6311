/**
 * Loops over float vectors that every adapter computing on the processor shares.
 */
package org.isdarts.kernel.loops;
