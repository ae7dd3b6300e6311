/**
 * Where the program starts and its parts are put together.
 */
package org.isdarts.app;
