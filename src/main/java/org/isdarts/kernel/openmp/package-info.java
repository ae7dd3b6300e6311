/**
 * How the OpenMP runtime behind native compute libraries waits, and how many threads it uses.
 */
package org.isdarts.kernel.openmp;
