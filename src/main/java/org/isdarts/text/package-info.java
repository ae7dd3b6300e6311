/**
 * Text files as people have them; numbers and times as people read them.
 */
package org.isdarts.text;
