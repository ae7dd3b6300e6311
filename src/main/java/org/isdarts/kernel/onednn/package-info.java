/**
 * The kernels directly on oneDNN: images lie in blocks of sixteen channels from the first convolution to the classifier,
 * as its vectorised primitives want them.
 */
package org.isdarts.kernel.onednn;
