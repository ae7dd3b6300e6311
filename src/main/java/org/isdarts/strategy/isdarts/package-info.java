/**
 * IS-DARTS: trains the whole supernet, measures every operation's importance, and discards the least important ones in
 * a few shrink steps. The loop is {@link org.isdarts.strategy.isdarts.IsDarts}; when it shrinks is
 * {@link org.isdarts.strategy.isdarts.ShrinkSchedule}; what goes, Eq. 18 to 20, is
 * {@link org.isdarts.strategy.isdarts.Shrinking}; Fisher and Eq. 11 are
 * {@link org.isdarts.strategy.isdarts.ImportanceMeter}.
 */
package org.isdarts.strategy.isdarts;
