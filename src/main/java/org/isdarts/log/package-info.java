/**
 * The program's log in the user's folder: what went wrong, also where nobody caught it, and whether an earlier start
 * ended in a crash.
 */
package org.isdarts.log;
