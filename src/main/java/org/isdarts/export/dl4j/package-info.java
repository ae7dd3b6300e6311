/** Networks as ComputationGraphs of DL4J. */
package org.isdarts.export.dl4j;
