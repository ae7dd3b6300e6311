/**
 * The kernels in plain double precision loops: the definition of every primitive, against which gradients are checked
 * by finite differences and other adapters by comparison. Slow on purpose.
 */
package org.isdarts.kernel.reference;
