/**
 * Runs offered to other machines over HTTP, to be looked at and nothing else, and how they are read there. The interface
 * is in {@code docs/formats.md}.
 */
package org.isdarts.serve;
