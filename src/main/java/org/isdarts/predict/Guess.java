package org.isdarts.predict;

/**
 * A class that an image may be of.
 *
 * @param name of the class
 * @param probability what the network gives to it, from 0 to 1
 */
public record Guess(String name, double probability) {}
