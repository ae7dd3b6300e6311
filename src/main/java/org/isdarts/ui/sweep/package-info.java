/** Sweeps in the window: every run of a sweep's folder as it goes on, whoever does it, its table, and new sweeps. */
package org.isdarts.ui.sweep;
