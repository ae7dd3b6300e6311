package org.isdarts.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens datasets by what the user calls them. */
public final class Datasets {
    /** The name of the drawn dataset, which needs no file. */
    public static final String SYNTHETIC = "synthetic";

    private Datasets() {}

    /** A name of images with its whole path, where it is one. */
    public static String placed(String data) {
        return data.isEmpty() || data.equals(SYNTHETIC)
                ? data
                : Path.of(data).toAbsolutePath().toString();
    }

    /** A name of images as people read it: the last part of a path, whatever machine it is of. */
    public static String shortName(String data) {
        return data.equals(SYNTHETIC)
                ? "drawn images"
                : data.substring(Math.max(data.lastIndexOf('/'), data.lastIndexOf('\\')) + 1);
    }

    /**
     * Opens a dataset:
     *
     * <ul>
     *   <li>{@code synthetic}: ten classes of drawn shapes, 5,000 training and 1,000 test images of 32x32
     *   <li>CIFAR-10 or CIFAR-100 in its binary layout, in a folder, a {@code .tar.gz} as distributed or a {@code .zip}
     *   <li>PNG and JPEG images of any size in one folder a class, in a folder, a {@code .tar.gz} or a {@code .zip}:
     *       {@code train/CLASS/IMAGE} and {@code test/CLASS/IMAGE}, or {@code CLASS/IMAGE}; without {@code test/} all are
     *       training images, of which a fifth of every class, chosen by the seed, are the test images. Classes are in
     *       alphabetical order
     * </ul>
     *
     * All images become images of one size.
     *
     * @param data {@code synthetic} or a path
     * @param sizing which size, how, and when
     * @param seed of the drawings, or of the choice of test images
     * @throws DataException if there is no such data, or it is damaged or incomplete
     */
    public static Dataset open(String data, ImageSizing sizing, long seed) {
        if (data.equals(SYNTHETIC)) {
            return SyntheticImages.draw(seed).sized(sizing);
        }
        Path path = path(data);
        if (sizing.decoding() == Decoding.ANEW && Files.isRegularFile(path)) {
            throw new DataException(path + " is an archive, whose images are not decoded anew whenever one is shown;"
                    + " unpack it and give the folder");
        }
        try (FileTree tree = FileTree.open(path)) {
            return CifarBinary.read(tree)
                    .map(cifar -> cifar.sized(sizing))
                    .orElseGet(() -> ClassFolders.read(tree, sizing.decoding().reader(sizing), seed));
        }
    }

    /** Opens a dataset with {@link ImageSizing#AUTOMATIC}. */
    public static Dataset open(String data, long seed) {
        return open(data, ImageSizing.AUTOMATIC, seed);
    }

    private static Path path(String data) {
        if (data.isBlank()) {
            throw new DataException("no images are named; give a folder or an archive");
        }
        try {
            return Path.of(data);
        } catch (InvalidPathException invalid) {
            throw new DataException("\"" + data + "\" is not a path; give a folder or an archive", invalid);
        }
    }
}
