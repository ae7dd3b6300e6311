/**
 * Many searches from one plan: every combination of lists of settings is a run. A plan, once begun, never changes; what
 * was done of it stands in the run folders alone, so any process, here or on another machine, may do the next run.
 */
package org.isdarts.sweep;
