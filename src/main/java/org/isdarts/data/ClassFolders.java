package org.isdarts.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Images sorted into one folder a class: {@code CLASS/IMAGE}, or {@code train/CLASS/IMAGE} beside {@code val/CLASS/IMAGE}
 * or {@code test/CLASS/IMAGE}, which are its test images; folders around all of it do not matter, nor does one called
 * {@code images} inside a class. Classes are in alphabetical order. Without test images a fifth of every class, chosen
 * by the seed, are its test images. A set takes one image of every class in turn, so that its batches mix the classes.
 */
final class ClassFolders {
    private static final List<String> TRAIN = List.of("train", "training");

    /** The first of them that is there has the test images. */
    private static final List<String> TEST = List.of("val", "valid", "validation", "test", "testing");

    /** Tells the class of every test image of Tiny ImageNet, which has no folders for them. */
    private static final String ANNOTATIONS = "val_annotations.txt";

    /** Tiny ImageNet has such a folder in every class. */
    private static final String INNER = "images/";

    private static final int TEST_SHARE = 5;

    private final FileTree tree;
    private final List<String> images;
    private final String root;
    private final LeftOut leftOut;

    private ClassFolders(FileTree tree) {
        this.tree = tree;
        this.images = tree.files().keySet().stream().filter(FileTree::isImage).toList();
        this.leftOut = new LeftOut(tree.others());
        if (images.isEmpty()) {
            throw leftOut.noImages(tree.name());
        }
        this.root = root(images);
    }

    /**
     * Reads all images of a tree.
     *
     * @param reader what becomes of them
     * @param seed of the choice of test images where no folder has them
     * @throws DataException if a folder has no images, there is only one class, or images are misplaced or damaged
     */
    static Dataset read(FileTree tree, DatasetReader reader, long seed) {
        return new ClassFolders(tree).read(reader, seed);
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
            if (folder.isEmpty() || isPart(folder.substring(0, folder.length() - 1)) || !aroundClasses) {
                return root;
            }
            root = inner;
        }
    }

    private static boolean isPart(String folder) {
        String lower = folder.toLowerCase(Locale.ROOT);
        return TRAIN.contains(lower) || TEST.contains(lower);
    }

    private Dataset read(DatasetReader reader, long seed) {
        SortedMap<String, List<String>> train = new TreeMap<>();
        SortedMap<String, List<String>> test = new TreeMap<>();
        List<String> parts = parts();
        List<String> notices = new ArrayList<>();
        String testName = "";
        if (parts.isEmpty()) {
            train = classesIn(root);
        } else {
            List<String> unlabeled = unlabeledParts(parts);
            checkOnlyIn(Stream.concat(parts.stream(), unlabeled.stream()).toList());
            unlabeled.forEach(part -> notices.add(
                    count(part) + " images in " + part + "/ are left out, since they are in no class folders"));
            Optional<String> trainPart = first(TRAIN, parts);
            Optional<String> testPart = first(TEST, parts);
            if (trainPart.isPresent()) {
                train = classesIn(root + trainPart.get() + "/");
            }
            if (testPart.isPresent()) {
                test = testClassesIn(root + testPart.get() + "/");
            }
            testName = testPart.orElse("");
            parts.stream()
                    .filter(part -> Stream.of(trainPart, testPart)
                            .flatMap(Optional::stream)
                            .noneMatch(part::equals))
                    .forEach(part -> notices.add(unused(part)));
        }
        checkClasses(train, test, testName);
        if (test.isEmpty()) {
            test = takeOut(train, seed);
        }
        leftOut.notice(root).ifPresent(notices::add);
        if (tree.outside() > 0) {
            notices.add("left out images whose names lead out of the archive: " + tree.outside());
        }
        List<String> classes = List.copyOf(train.keySet());
        String name =
                Path.of(tree.name()).toAbsolutePath().normalize().getFileName().toString();
        return reader.read(name, classes, inTurn(train, classes), inTurn(test, classes))
                .with(notices);
    }

    /** The folders {@code train}, {@code val}, {@code test} and so on that have class folders; a class may be called so too. */
    private List<String> parts() {
        return images.stream()
                .map(path -> path.substring(root.length()).split("/"))
                .filter(names -> names.length > 2 && isPart(names[0]))
                .map(names -> names[0])
                .distinct()
                .collect(Collectors.toList());
    }

    private static Optional<String> first(List<String> names, List<String> parts) {
        return names.stream()
                .flatMap(name -> parts.stream().filter(name::equalsIgnoreCase))
                .findFirst();
    }

    /** A {@code test} folder of images alone, as competitions give it, beside one with classes. */
    private List<String> unlabeledParts(List<String> parts) {
        return images.stream()
                .map(path -> path.substring(root.length()).split("/"))
                .filter(names -> names.length == 2 && TEST.contains(names[0].toLowerCase(Locale.ROOT)))
                .map(names -> names[0])
                .filter(name -> !parts.contains(name) && first(TRAIN, parts).isPresent())
                .distinct()
                .toList();
    }

    private long count(String part) {
        String folder = root + part + "/";
        return images.stream().filter(path -> path.startsWith(folder)).count();
    }

    private String unused(String part) {
        return count(part) + " images in " + part + "/ are left out, since those of another folder are used";
    }

    private void checkOnlyIn(List<String> parts) {
        Predicate<String> inPart = path -> parts.stream().anyMatch(part -> path.startsWith(root + part + "/"));
        images.stream().filter(inPart.negate()).findFirst().ifPresent(path -> {
            throw misplaced(path);
        });
    }

    private DataException misplaced(String path) {
        return new DataException(tree.files().get(path).description()
                + " is in no class folder; put images into CLASS/, or into train/CLASS/ and test/CLASS/");
    }

    private SortedMap<String, List<String>> testClassesIn(String folder) {
        DataFile annotations = tree.files().get(folder + ANNOTATIONS);
        return annotations == null ? classesIn(folder) : annotated(folder + INNER, annotations);
    }

    /** The images of a folder by the classes that a table gives them: file and class, separated by tabs, one a line. */
    private SortedMap<String, List<String>> annotated(String folder, DataFile annotations) {
        SortedMap<String, List<String>> classes = new TreeMap<>();
        new String(annotations.read(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t"))
                .filter(fields -> fields.length > 1 && tree.files().containsKey(folder + fields[0]))
                .forEach(fields -> classes.computeIfAbsent(fields[1], label -> new ArrayList<>())
                        .add(folder + fields[0]));
        return classes;
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
                if (end < 0 || !isDirectlyIn(path.substring(end + 1))) {
                    throw misplaced(path);
                }
                classes.get(path.substring(folder.length(), end)).add(path);
            }
        }
        return classes;
    }

    private static boolean isDirectlyIn(String path) {
        return path.indexOf('/', path.startsWith(INNER) ? INNER.length() : 0) < 0;
    }

    private void checkClasses(
            SortedMap<String, List<String>> train, SortedMap<String, List<String>> test, String testPart) {
        checkNoneEmpty(train);
        checkNoneEmpty(test);
        if (train.isEmpty()) {
            throw new DataException(
                    tree.name() + " has images in " + testPart + "/ only; put training images into train/CLASS/");
        }
        if (train.size() < 2) {
            throw new DataException(
                    tree.name() + " has only one class, " + train.firstKey() + "; give at least two class folders");
        }
        for (String label : test.keySet()) {
            if (!train.containsKey(label)) {
                throw new DataException("class " + label + " of " + tree.name() + " is in " + testPart
                        + "/ but not in train/; add training images or remove it");
            }
        }
    }

    private void checkNoneEmpty(SortedMap<String, List<String>> classes) {
        classes.forEach((label, paths) -> {
            if (paths.isEmpty()) {
                throw new DataException("class folder " + label + " of " + tree.name() + " holds no images"
                        + leftOut.butOthers(label) + "; add PNG or JPEG files or remove it");
            }
        });
    }

    /** Moves a fifth of every class, rounded down, to another set. */
    private static SortedMap<String, List<String>> takeOut(SortedMap<String, List<String>> train, long seed) {
        SortedMap<String, List<String>> test = new TreeMap<>();
        Random random = Draws.of(seed, Draws.Purpose.TEST);
        train.forEach((label, paths) -> {
            List<String> taken = IntStream.of(Draws.permutation(paths.size(), random))
                    .limit(paths.size() / TEST_SHARE)
                    .sorted()
                    .mapToObj(paths::get)
                    .toList();
            test.put(label, taken);
            paths.removeAll(Set.copyOf(taken));
        });
        return test;
    }

    /** The images of a set, one of every class in turn. */
    private List<LabeledFile> inTurn(SortedMap<String, List<String>> set, List<String> classes) {
        List<LabeledFile> files = new ArrayList<>();
        int turns = set.values().stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < turns; turn++) {
            for (int label = 0; label < classes.size(); label++) {
                List<String> paths = set.getOrDefault(classes.get(label), List.of());
                if (turn < paths.size()) {
                    String path = paths.get(turn);
                    files.add(new LabeledFile(
                            path.substring(root.length()), tree.files().get(path), label));
                }
            }
        }
        return files;
    }
}
