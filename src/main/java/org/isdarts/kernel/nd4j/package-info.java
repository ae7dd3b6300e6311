/**
 * The kernels on ND4J: on the processor with its native convolutions, and plain loops over the same memory where those
 * are faster than the library's own operations; on an NVIDIA GPU with the library's operations alone.
 */
package org.isdarts.kernel.nd4j;
