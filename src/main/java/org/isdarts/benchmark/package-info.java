/**
 * Lookup of architectures in a NAS-Bench-201 accuracy table.
 */
package org.isdarts.benchmark;
