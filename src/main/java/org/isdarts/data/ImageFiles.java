package org.isdarts.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decodes image files of any size into sets of images of one size, on all processors. */
final class ImageFiles {
    private static final int PARTS_PER_PROCESSOR = 8;

    private ImageFiles() {}

    /**
     * Reads a dataset.
     *
     * @throws DataException if images are damaged: of several, it names the first ones and tells their number
     */
    static Dataset read(
            String name, List<String> classes, List<LabeledFile> train, List<LabeledFile> test, ImageSizing sizing) {
        ImageSize own = commonSize(Stream.concat(train.stream(), test.stream()).toList());
        ImageSizing decided = sizing.decided(own);
        ImageSet trainImages = decode(train, decided);
        List<Sample> samples = decided.size().equals(own) ? List.of() : samples(train, decided);
        return new Dataset(name, classes, trainImages, decode(test, decided), samples, List.of());
    }

    /** The size that all images have; null if they differ. */
    private static ImageSize commonSize(List<LabeledFile> files) {
        Set<ImageSize> sizes = ConcurrentHashMap.newKeySet();
        forEach(files, (decoder, file, i) -> sizes.add(decoder.size(file)));
        return sizes.size() == 1 ? sizes.iterator().next() : null;
    }

    private static ImageSet decode(List<LabeledFile> files, ImageSizing sizing) {
        ImageSize size = sizing.size();
        byte[] pixels = ImageSet.allocate(files.size(), size.height(), size.width());
        forEach(files, (decoder, file, i) -> {
            byte[] values = sizing.prepare(decoder.decode(file)).values();
            System.arraycopy(values, 0, pixels, i * values.length, values.length);
        });
        int[] labels = files.stream().mapToInt(LabeledFile::label).toArray();
        return new ImageSet(size.height(), size.width(), labels, pixels);
    }

    /** The first image of every class, as long as there are not too many. */
    private static List<Sample> samples(List<LabeledFile> train, ImageSizing sizing) {
        ImageDecoder decoder = new ImageDecoder();
        Set<Integer> seen = new HashSet<>();
        return train.stream()
                .filter(image -> seen.add(image.label()))
                .limit(Dataset.MOST_SAMPLES)
                .map(image ->
                        Sample.of(image.file().description(), image.label(), decoder.decode(image.file()), sizing))
                .toList();
    }

    /** What is done with an image. */
    private interface Task {
        void on(ImageDecoder decoder, DataFile file, int index);
    }

    /** Does it with all images, and tells of all damaged ones afterwards. */
    private static void forEach(List<LabeledFile> files, Task task) {
        Map<String, DamagedException> damaged = new ConcurrentSkipListMap<>();
        int parts = PARTS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        IntStream.range(0, parts).parallel().forEach(part -> {
            ImageDecoder decoder = new ImageDecoder();
            int end = (int) ((part + 1L) * files.size() / parts);
            for (int i = (int) ((long) part * files.size() / parts); i < end; i++) {
                try {
                    task.on(decoder, files.get(i).file(), i);
                } catch (DamagedException one) {
                    damaged.put(files.get(i).file().description(), one);
                }
            }
        });
        if (!damaged.isEmpty()) {
            throw DamagedException.together(List.copyOf(damaged.values()));
        }
    }
}
