/**
 * The port to a compute library: tensors and the primitives a supernet needs, with exact definitions.
 */
package org.isdarts.kernel;
