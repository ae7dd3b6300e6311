/** The way to a new search: data, search space, settings, device and a short trial, page by page. */
package org.isdarts.ui.wizard;
