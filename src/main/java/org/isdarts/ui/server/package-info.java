/**
 * Choosing a run among those that another machine offers.
 */
package org.isdarts.ui.server;
