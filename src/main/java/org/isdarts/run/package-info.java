/**
 * The run folder: manifest, event log, checkpoints. Written by one process, readable by many at any time.
 */
package org.isdarts.run;
