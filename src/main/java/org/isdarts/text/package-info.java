/**
 * Text files as people have them; numbers and times as people read them; what a user can put right.
 */
package org.isdarts.text;
