/**
 * The commands of the terminal; each parses, calls one room, and prints.
 */
package org.isdarts.cli;
