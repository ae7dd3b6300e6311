/**
 * What this machine has to compute with: its processor, and its graphics processors with what keeps a search from them.
 */
package org.isdarts.device;
