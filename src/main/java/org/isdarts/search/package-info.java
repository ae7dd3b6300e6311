/**
 * The search itself: configuration and presets, the loop that trains, measures and shrinks, and its control.
 * One thread runs it and alone owns tensors; what happens leaves as events.
 */
package org.isdarts.search;
