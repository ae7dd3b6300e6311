package org.isdarts.network;

/**
 * How large a supernet is.
 *
 * @param channels C, channels of the first stage's nodes; even
 * @param cells N, normal cells of a stage
 * @param classes classes to tell apart
 * @param height height of an image, divisible by 4
 * @param width width of an image, divisible by 4
 */
public record NetworkSize(int channels, int cells, int classes, int height, int width) {}
