package org.isdarts.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The binary layout in which CIFAR-10 and CIFAR-100 are distributed: records of label bytes (CIFAR-100: coarse, fine)
 * and 32x32 pixels, planar {@code [3,H,W]}, one after the other. The files may lie in any folder of a tree.
 *
 * @param name of the dataset
 * @param trainFiles the files of training images, equally large
 * @param testFile the file of test images
 * @param namesFile lists the classes' names, one a line; without it the classes are called by their numbers
 * @param labels kinds of labels of a record in their order; the last one is the class
 */
record CifarBinary(String name, List<String> trainFiles, String testFile, String namesFile, List<LabelByte> labels) {
    private static final int SIZE = 32;
    private static final int PIXELS = ImageSet.CHANNELS * SIZE * SIZE;

    private static final List<CifarBinary> LAYOUTS = List.of(
            new CifarBinary(
                    "CIFAR-10",
                    List.of(
                            "data_batch_1.bin",
                            "data_batch_2.bin",
                            "data_batch_3.bin",
                            "data_batch_4.bin",
                            "data_batch_5.bin"),
                    "test_batch.bin",
                    "batches.meta.txt",
                    List.of(new LabelByte("label", 10))),
            new CifarBinary(
                    "CIFAR-100",
                    List.of("train.bin"),
                    "test.bin",
                    "fine_label_names.txt",
                    List.of(new LabelByte("coarse label", 20), new LabelByte("fine label", 100))));

    /** A byte of a record that is below {@code classes}. */
    record LabelByte(String name, int classes) {}

    /**
     * Reads the CIFAR files of a tree; empty if it has none.
     *
     * @throws DataException if a file is missing, its size or a label wrong
     */
    static Optional<Dataset> read(FileTree tree) {
        for (CifarBinary layout : LAYOUTS) {
            for (String path : tree.files().keySet()) {
                String folder = path.substring(0, path.lastIndexOf('/') + 1);
                if (layout.isData(path.substring(folder.length()))) {
                    return Optional.of(layout.read(tree, folder));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isData(String file) {
        return trainFiles.contains(file) || testFile.equals(file);
    }

    private Dataset read(FileTree tree, String folder) {
        return new Dataset(
                name,
                classNames(tree.files().get(folder + namesFile)),
                images(tree, folder, trainFiles),
                images(tree, folder, List.of(testFile)));
    }

    private List<String> classNames(DataFile file) {
        int classes = labels.get(labels.size() - 1).classes();
        if (file == null) {
            return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        }
        List<String> names = new String(file.read(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (names.size() != classes) {
            throw new DataException(file.description() + " names " + names.size() + " classes; " + name + " has "
                    + classes + ", one a line");
        }
        return names;
    }

    private ImageSet images(FileTree tree, String folder, List<String> names) {
        List<byte[]> contents = new ArrayList<>();
        for (String file : names) {
            DataFile data = tree.files().get(folder + file);
            if (data == null) {
                throw new DataException(folder + file + " is missing in " + tree.name() + "; " + name + " consists of "
                        + String.join(", ", trainFiles) + " and " + testFile);
            }
            byte[] content = data.read();
            checkSize(data, content);
            if (!contents.isEmpty() && content.length != contents.get(0).length) {
                throw new DataException(data.description() + " has " + content.length + " bytes where " + names.get(0)
                        + " has " + contents.get(0).length + "; copy or download it again");
            }
            checkLabels(data, content);
            contents.add(content);
        }
        return join(contents);
    }

    private int recordSize() {
        return labels.size() + PIXELS;
    }

    private void checkSize(DataFile data, byte[] content) {
        if (content.length == 0 || content.length % recordSize() != 0) {
            throw new DataException(data.description() + " has " + content.length + " bytes; " + name
                    + " has records of " + recordSize() + " bytes, so give a file of a multiple of that");
        }
    }

    private void checkLabels(DataFile data, byte[] content) {
        for (int image = 0; image < content.length / recordSize(); image++) {
            for (int i = 0; i < labels.size(); i++) {
                int value = content[image * recordSize() + i] & 0xff;
                if (value >= labels.get(i).classes()) {
                    throw new DataException("record " + image + " of " + data.description() + " has "
                            + labels.get(i).name() + " " + value + "; " + name + " has 0 to "
                            + (labels.get(i).classes() - 1) + ", so copy or download the file again");
                }
            }
        }
    }

    private ImageSet join(List<byte[]> contents) {
        int count = contents.stream()
                .mapToInt(content -> content.length / recordSize())
                .sum();
        int[] classes = new int[count];
        byte[] pixels = ImageSet.allocate(count, SIZE, SIZE);
        int image = 0;
        for (byte[] content : contents) {
            for (int start = 0; start < content.length; start += recordSize()) {
                classes[image] = content[start + labels.size() - 1] & 0xff;
                System.arraycopy(content, start + labels.size(), pixels, image * PIXELS, PIXELS);
                image++;
            }
        }
        return new ImageSet(SIZE, SIZE, classes, pixels);
    }
}
