/**
 * The port to a method of search: what the trainer asks of it, and what the trainer offers it. Every method has a room
 * of its own inside this one.
 */
package org.isdarts.strategy;
