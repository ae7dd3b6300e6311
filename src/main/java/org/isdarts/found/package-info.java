/** The network a search has found, as data: its layers, its numbers, what it costs. */
package org.isdarts.found;
