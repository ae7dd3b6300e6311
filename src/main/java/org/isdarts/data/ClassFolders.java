package org.isdarts.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Images sorted into one folder a class: {@code CLASS/IMAGE}, or {@code train/CLASS/IMAGE} and
 * {@code test/CLASS/IMAGE}; folders around all of it do not matter. Classes are in alphabetical order. Without
 * {@code test} all are training images, of which a fifth of every class, chosen by the seed, is held out. A set takes
 * one image of every class in turn, so that its batches mix the classes.
 */
final class ClassFolders {
    private static final String TRAIN = "train/";
    private static final String TEST = "test/";
    private static final int HELD_OUT_SHARE = 5;

    private final FileTree tree;
    private final List<String> images;
    private final String root;

    private ClassFolders(FileTree tree) {
        this.tree = tree;
        this.images = tree.files().keySet().stream().filter(FileTree::isImage).toList();
        if (images.isEmpty()) {
            throw new DataException(tree.name() + " holds no images; give PNG or JPEG files in one folder a class,"
                    + " or CIFAR's binary files");
        }
        this.root = root(images);
    }

    /**
     * Reads all images of a tree.
     *
     * @param sizing how they become images of one size
     * @param seed of the images held out where there is no {@code test}
     * @throws DataException if a folder has no images, there is only one class, or images are misplaced or damaged
     */
    static Dataset read(FileTree tree, ImageSizing sizing, long seed) {
        return new ClassFolders(tree).read(sizing, seed);
    }

    /** The folders around all of {@code [train|test/]CLASS/IMAGE}: empty or ending with a slash. */
    private static String root(List<String> images) {
        String root = "";
        while (true) {
            String first = images.get(0).substring(root.length());
            String folder = first.substring(0, first.indexOf('/') + 1);
            String inner = root + folder;
            boolean aroundClasses =
                    images.stream().allMatch(path -> path.startsWith(inner) && path.indexOf('/', inner.length()) > 0);
            if (folder.isEmpty() || folder.equals(TRAIN) || folder.equals(TEST) || !aroundClasses) {
                return root;
            }
            root = inner;
        }
    }

    private Dataset read(ImageSizing sizing, long seed) {
        SortedMap<String, List<String>> train;
        SortedMap<String, List<String>> heldOut;
        if (images.stream().anyMatch(path -> path.startsWith(root + TRAIN) || path.startsWith(root + TEST))) {
            checkOnlyTrainAndTest();
            train = classesIn(root + TRAIN);
            heldOut = classesIn(root + TEST);
        } else {
            train = classesIn(root);
            heldOut = new TreeMap<>();
        }
        checkClasses(train, heldOut);
        if (heldOut.isEmpty()) {
            heldOut = takeOut(train, seed);
        }
        List<String> classes = List.copyOf(train.keySet());
        String name =
                Path.of(tree.name()).toAbsolutePath().normalize().getFileName().toString();
        return ImageFiles.read(name, classes, inTurn(train, classes), inTurn(heldOut, classes), sizing);
    }

    private void checkOnlyTrainAndTest() {
        for (String path : images) {
            if (!path.startsWith(root + TRAIN) && !path.startsWith(root + TEST)) {
                throw misplaced(path);
            }
        }
    }

    private DataException misplaced(String path) {
        return new DataException(tree.files().get(path).description()
                + " is in no class folder; put images into CLASS/, or into train/CLASS/ and test/CLASS/");
    }

    /** The images of every class folder inside a folder. */
    private SortedMap<String, List<String>> classesIn(String folder) {
        SortedMap<String, List<String>> classes = new TreeMap<>();
        for (String path : tree.folders()) {
            if (path.startsWith(folder) && path.indexOf('/', folder.length()) < 0) {
                classes.put(path.substring(folder.length()), new ArrayList<>());
            }
        }
        for (String path : images) {
            if (path.startsWith(folder)) {
                int end = path.indexOf('/', folder.length());
                if (end < 0 || path.indexOf('/', end + 1) > 0) {
                    throw misplaced(path);
                }
                classes.get(path.substring(folder.length(), end)).add(path);
            }
        }
        return classes;
    }

    private void checkClasses(SortedMap<String, List<String>> train, SortedMap<String, List<String>> heldOut) {
        checkNoneEmpty(train);
        checkNoneEmpty(heldOut);
        if (train.isEmpty()) {
            throw new DataException(tree.name() + " has images in test/ only; put training images into train/CLASS/");
        }
        if (train.size() < 2) {
            throw new DataException(
                    tree.name() + " has only one class, " + train.firstKey() + "; give at least two class folders");
        }
        for (String label : heldOut.keySet()) {
            if (!train.containsKey(label)) {
                throw new DataException("class " + label + " of " + tree.name()
                        + " is in test/ but not in train/; add training images or remove it");
            }
        }
    }

    private void checkNoneEmpty(SortedMap<String, List<String>> classes) {
        classes.forEach((label, paths) -> {
            if (paths.isEmpty()) {
                throw new DataException("class folder " + label + " of " + tree.name()
                        + " holds no images; add PNG or JPEG files or remove it");
            }
        });
    }

    /** Moves a fifth of every class, rounded down, to another set. */
    private static SortedMap<String, List<String>> takeOut(SortedMap<String, List<String>> train, long seed) {
        SortedMap<String, List<String>> heldOut = new TreeMap<>();
        Random random = Draws.of(seed, Draws.Purpose.HELD_OUT);
        train.forEach((label, paths) -> {
            List<String> taken = IntStream.of(Draws.permutation(paths.size(), random))
                    .limit(paths.size() / HELD_OUT_SHARE)
                    .sorted()
                    .mapToObj(paths::get)
                    .toList();
            heldOut.put(label, taken);
            paths.removeAll(Set.copyOf(taken));
        });
        return heldOut;
    }

    /** The images of a set, one of every class in turn. */
    private List<LabeledFile> inTurn(SortedMap<String, List<String>> set, List<String> classes) {
        List<LabeledFile> files = new ArrayList<>();
        int turns = set.values().stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < turns; turn++) {
            for (int label = 0; label < classes.size(); label++) {
                List<String> paths = set.getOrDefault(classes.get(label), List.of());
                if (turn < paths.size()) {
                    files.add(new LabeledFile(tree.files().get(paths.get(turn)), label));
                }
            }
        }
        return files;
    }
}
