/**
 * Text files as people have them.
 */
package org.isdarts.text;
