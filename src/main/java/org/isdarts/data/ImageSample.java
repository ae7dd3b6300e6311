package org.isdarts.data;

/**
 * Images that something is measured on.
 *
 * @param count how many
 * @param batches all of them once
 */
public record ImageSample(int count, Iterable<Batch> batches) {}
