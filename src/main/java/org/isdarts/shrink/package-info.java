/**
 * What events say of a supernet that gets narrower: masks, the measurements of importance, why an operation was discarded.
 * Pure values.
 */
package org.isdarts.shrink;
