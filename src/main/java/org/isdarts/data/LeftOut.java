package org.isdarts.data;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files among class folders that are not read, and what to say of them.
 *
 * @param paths of the files from the root of the dataset
 */
record LeftOut(Collection<String> paths) {
    private static final int NAMED = 5;

    /** What was left out of the classes of a dataset; empty if nothing was. */
    Optional<String> notice(String root) {
        List<String> inClasses = paths.stream()
                .filter(path -> path.startsWith(root) && path.indexOf('/', root.length()) > 0)
                .toList();
        if (inClasses.isEmpty()) {
            return Optional.empty();
        }
        List<String> folders =
                inClasses.stream().map(LeftOut::folder).distinct().sorted().toList();
        String named = folders.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = folders.size() > NAMED ? " and " + (folders.size() - NAMED) + " more folders" : "";
        return Optional.of("left out what is neither PNG nor JPEG: " + kinds(inClasses) + " (in " + named + more + ")");
    }

    /** Why a dataset without images cannot be read. */
    DataException noImages(String name) {
        if (paths.stream().anyMatch(LeftOut::isPythonCifar)) {
            return new DataException(name + " holds CIFAR in its Python form (pickle), which is not read; give the"
                    + " binary version, such as cifar-10-binary.tar.gz");
        }
        String others = paths.isEmpty() ? "" : " but " + kinds(paths);
        return new DataException(name + " holds no images" + others
                + "; give PNG or JPEG files in one folder a class, or CIFAR's binary files");
    }

    /** What a class folder without images holds instead: empty, or to be read after "holds no images". */
    String butOthers(String label) {
        List<String> inside = paths.stream()
                .filter(path -> ("/" + path).contains("/" + label + "/"))
                .toList();
        return inside.isEmpty() ? "" : " but " + kinds(inside);
    }

    private static boolean isPythonCifar(String path) {
        return path.endsWith("data_batch_1") || path.endsWith("data_batch_1.mat") || path.contains("cifar-100-python/");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** How many there are of every kind, for example {@code 10 .bmp, 1 .webp}. */
    private static String kinds(Collection<String> paths) {
        Map<String, Long> counts = paths.stream()
                .map(LeftOut::kind)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String kind(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "without an ending" : file.substring(dot).toLowerCase(Locale.ROOT);
    }
}
