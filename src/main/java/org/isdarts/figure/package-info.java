/**
 * What all figures share: size and caption, light and dark theme, font, color scales and the style of each operation.
 */
package org.isdarts.figure;
