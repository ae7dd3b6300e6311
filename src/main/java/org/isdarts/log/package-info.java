/**
 * The program's log in the user's folder: what went wrong, caught or not, and whether an earlier start
 * ended in a crash.
 */
package org.isdarts.log;
