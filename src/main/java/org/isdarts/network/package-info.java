/**
 * The supernet compiled for a mask into a flat plan of prepared primitives: forward, backward, taps.
 */
package org.isdarts.network;
