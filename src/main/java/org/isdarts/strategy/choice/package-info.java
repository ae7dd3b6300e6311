/** The methods of search by name, and the setting that chooses one. Nothing else knows them all. */
package org.isdarts.strategy.choice;
