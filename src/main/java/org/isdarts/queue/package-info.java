/**
 * Searches that wait to run one after another, kept in a file in the folder of runs. Any process may read and change a
 * queue; one at a time runs it.
 */
package org.isdarts.queue;
