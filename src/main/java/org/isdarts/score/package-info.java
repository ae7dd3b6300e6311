/** What a method says of candidates: the names of its measurements, and why an operation was discarded. Pure values. */
package org.isdarts.score;
