/** Runs of a sweep as tasks of a Spark cluster. */
package org.isdarts.sweep.spark;
