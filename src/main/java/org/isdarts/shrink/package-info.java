/**
 * How the supernet gets narrower: masks, the schedule of shrink steps and the rule that discards operations.
 * Pure functions over values; Eq. 18 to 20 of the paper live here.
 */
package org.isdarts.shrink;
