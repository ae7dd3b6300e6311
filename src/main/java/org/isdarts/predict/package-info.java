/** What a trained network says of images: the network of an evaluation, or an exported one. */
package org.isdarts.predict;
