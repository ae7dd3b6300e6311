/**
 * The kernels on ND4J: its native convolutions, and plain loops over the same memory where those are faster than the
 * library's own operations.
 */
package org.isdarts.kernel.nd4j;
