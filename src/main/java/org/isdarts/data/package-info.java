/**
 * Datasets of labeled images: CIFAR archives, image folders and archives, synthetic drawings; augmentation and
 * prefetched batches, deterministic from a seed.
 */
package org.isdarts.data;
