/**
 * The compute libraries by name, and which of them this machine can use.
 */
package org.isdarts.kernel.choice;
