package org.isdarts.data;

/**
 * An image file and its class.
 *
 * @param path from the root of the dataset
 * @param label index into the dataset's classes
 */
record LabeledFile(String path, DataFile file, int label) {}
