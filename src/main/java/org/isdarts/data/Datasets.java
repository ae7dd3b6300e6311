package org.isdarts.data;

import java.nio.file.Path;

/** Opens datasets by what the user calls them. */
public final class Datasets {
    /** The name of the drawn dataset, which needs no file. */
    public static final String SYNTHETIC = "synthetic";

    private Datasets() {}

    /**
     * Opens a dataset.
     *
     * @param data {@code synthetic} or a path
     * @param seed of the drawings of {@code synthetic}
     * @throws DataException if there is no such data or it is damaged
     */
    public static Dataset open(String data, long seed) {
        if (data.equals(SYNTHETIC)) {
            return SyntheticImages.draw(seed);
        }
        try (FileTree tree = FileTree.open(Path.of(data))) {
            return ClassFolders.read(tree, seed);
        }
    }
}
