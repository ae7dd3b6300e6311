/** The figures of a run put together from its history, and what can be chosen about them. */
package org.isdarts.figure.run;
