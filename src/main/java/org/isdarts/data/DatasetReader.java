package org.isdarts.data;

import java.util.List;

/** Makes a dataset of image files. */
@FunctionalInterface
interface DatasetReader {
    /** A dataset of files by their classes. */
    Dataset read(String name, List<String> classes, List<LabeledFile> train, List<LabeledFile> test);
}
