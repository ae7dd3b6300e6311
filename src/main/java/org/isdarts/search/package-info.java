/**
 * The search itself: configuration and presets, the trainer that any strategy works with, and its control.
 * One thread runs it and alone owns tensors; what happens leaves as events.
 */
package org.isdarts.search;
