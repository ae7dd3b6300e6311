/**
 * The two measurements of importance, Fisher and Eq. 11, as running means over images.
 */
package org.isdarts.importance;
