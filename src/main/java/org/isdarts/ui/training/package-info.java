/** Setting up the training of a found network, and the ways between a search and the networks trained of it. */
package org.isdarts.ui.training;
