/**
 * Kernels on an NVIDIA GPU: sources of our own, compiled by NVRTC for the GPU that is there and run through the driver's
 * interface, both called by JNA.
 */
package org.isdarts.kernel.cuda;
