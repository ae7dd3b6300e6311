/**
 * What a setting is: a named, typed value that is declared once and from whose declaration command-line options, rows of
 * the window, files, tables and error messages are made. Which settings there are is declared where they are used.
 */
package org.isdarts.settings;
