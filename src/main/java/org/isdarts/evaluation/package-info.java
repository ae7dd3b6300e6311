/** Training the network of a found genotype from scratch, to tell how good it is: protocols, settings, and the experiment. */
package org.isdarts.evaluation;
