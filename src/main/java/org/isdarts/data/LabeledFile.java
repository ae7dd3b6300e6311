package org.isdarts.data;

/**
 * An image file and its class.
 *
 * @param label index into the dataset's classes
 */
record LabeledFile(DataFile file, int label) {}
