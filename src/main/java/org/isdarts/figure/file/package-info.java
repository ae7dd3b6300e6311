/** Figures as files: formats, resolution, captions. */
package org.isdarts.figure.file;
