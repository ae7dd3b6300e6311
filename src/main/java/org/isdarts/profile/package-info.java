/** Measures how fast the engine is, and where its time goes. */
package org.isdarts.profile;
