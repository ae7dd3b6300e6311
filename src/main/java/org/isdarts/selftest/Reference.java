package org.isdarts.selftest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.isdarts.npy.NpyArray;
import org.isdarts.npy.Npz;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;

/**
 * Reference numbers of one supernet: arrays from {@code NAME.npz}, structure from {@code NAME.json}.
 *
 * @param name the files' name without ending
 * @param space the search space
 * @param channels C
 * @param cells N
 * @param classes classes of the data
 * @param structure the whole {@code .json}
 * @param arrays all arrays by name
 */
record Reference(
        String name,
        SearchSpace space,
        int channels,
        int cells,
        int classes,
        JsonNode structure,
        Map<String, NpyArray> arrays) {

    static final String STRUCTURE = ".json";
    private static final String SPACE = "space";
    static final String ARRAYS = ".npz";
    private static final float[] MEAN = {125.3f, 123.0f, 113.9f};
    private static final float[] DEVIATION = {63.0f, 62.1f, 66.7f};

    /** Where the files of a reference come from. */
    interface Source {
        InputStream open(String file) throws IOException;
    }

    /**
     * Images and their labels.
     *
     * @param images normalized {@code [N,3,H,W]}
     * @param labels {@code [N]}
     */
    record Batch(float[] images, int[] labels) {}

    /** The small references inside the program. */
    static List<Reference> builtIn() {
        return SearchSpaces.ALL.stream()
                .filter(space -> Reference.class.getResource(space.name() + STRUCTURE) != null)
                .map(space -> read(space.name(), Reference::resource))
                .toList();
    }

    private static InputStream resource(String file) throws IOException {
        return file.endsWith(ARRAYS)
                ? new GZIPInputStream(Reference.class.getResourceAsStream(file + ".gz"))
                : Reference.class.getResourceAsStream(file);
    }

    /**
     * Reads all references of a folder to supernets: the {@code .json} files that name a search space.
     *
     * @throws SelftestException if the folder holds no reference to anything, or a damaged one
     */
    static List<Reference> readAll(Path folder) {
        List<String> names = names(folder);
        if (names.isEmpty()) {
            throw new SelftestException(folder + " holds no reference; give a folder with NAME.npz and NAME.json");
        }
        return names.stream()
                .filter(name -> isOfSupernet(name, folder))
                .map(name -> read(name, in(folder)))
                .toList();
    }

    /** The names of a folder's reference numbers that are not of a supernet. */
    static List<String> namesOfOthers(Path folder) {
        return names(folder).stream()
                .filter(name -> !isOfSupernet(name, folder))
                .toList();
    }

    private static boolean isOfSupernet(String name, Path folder) {
        return structure(name + STRUCTURE, in(folder)).has(SPACE);
    }

    static Source in(Path folder) {
        return file -> Files.newInputStream(folder.resolve(file));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(STRUCTURE))
                    .map(file -> file.substring(0, file.length() - STRUCTURE.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new SelftestException("no reference folder " + folder + "; give one with NAME.npz and NAME.json");
        }
    }

    private static Reference read(String name, Source source) {
        JsonNode structure = structure(name + STRUCTURE, source);
        try {
            Reference reference = new Reference(
                    name,
                    SearchSpaces.of(structure.path(SPACE).asText()),
                    structure.path("channels").asInt(),
                    structure.path("cells_per_stage").asInt(),
                    structure.path("classes").asInt(),
                    structure,
                    arrays(name + ARRAYS, source));
            reference.requireSizes();
            return reference;
        } catch (IllegalArgumentException unknown) {
            throw new SelftestException(name + STRUCTURE + " cannot be used: " + unknown.getMessage());
        }
    }

    static JsonNode structure(String file, Source source) {
        try (InputStream json = source.open(file)) {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new SelftestException(file + " is no JSON: " + damaged.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new SelftestException(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    static Map<String, NpyArray> arrays(String file, Source source) {
        try (InputStream npz = source.open(file)) {
            return Npz.read(npz);
        } catch (NoSuchFileException missing) {
            throw new SelftestException("the reference lacks " + file + " beside its .json");
        } catch (IOException | IllegalArgumentException | ArithmeticException damaged) {
            throw new SelftestException(file + " is damaged: " + damaged.getMessage());
        }
    }

    private void requireSizes() {
        if (channels < 2 || channels % 2 != 0 || cells < 1 || classes < 2 || shrinkSteps() < 1) {
            throw new SelftestException(name + STRUCTURE + " needs an even number of channels, and cells_per_stage,"
                    + " classes and shrink_steps above 0");
        }
    }

    /**
     * The array of that name.
     *
     * @throws SelftestException if there is none
     */
    NpyArray array(String entry) {
        NpyArray array = arrays.get(entry);
        if (array == null) {
            throw new SelftestException(name + ARRAYS + " lacks " + entry);
        }
        return array;
    }

    /**
     * The numbers of the array of that name.
     *
     * @param count how many there must be
     * @throws SelftestException if there are none, or another number of them
     */
    double[] numbers(String entry, int count) {
        double[] numbers = array(entry).values();
        if (numbers.length != count) {
            throw new SelftestException(
                    name + ARRAYS + " holds " + numbers.length + " numbers as " + entry + ", not " + count);
        }
        return numbers;
    }

    /** The numbers of a matrix {@code [edge][operation]}. */
    double[][] matrix(String entry) {
        int operations = space.operations().size();
        double[] numbers = numbers(entry, space.edges().size() * operations);
        double[][] matrix = new double[space.edges().size()][];
        for (int edge = 0; edge < matrix.length; edge++) {
            matrix[edge] = Arrays.copyOfRange(numbers, edge * operations, (edge + 1) * operations);
        }
        return matrix;
    }

    /** The mask of that name. */
    Mask mask(String entry) {
        double[][] numbers = matrix(entry);
        boolean[][] kept = new boolean[numbers.length][numbers[0].length];
        for (int edge = 0; edge < kept.length; edge++) {
            for (int operation = 0; operation < kept[edge].length; operation++) {
                kept[edge][operation] = numbers[edge][operation] != 0;
            }
        }
        return Mask.of(kept);
    }

    /** The batch of the forward pass and the gradients. */
    Batch batch() {
        return batch("input", images("input").floats(), "label");
    }

    /** The normalized images {@code [N,3,H,W]} of that name. */
    NpyArray images(String entry) {
        NpyArray images = array(entry);
        int[] shape = images.shape();
        if (shape.length != 4 || shape[1] != MEAN.length) {
            throw new SelftestException(name + ARRAYS + " holds no images [N,3,H,W] as " + entry);
        }
        return images;
    }

    /** The batch of a step of the trajectory. */
    Batch trajectoryBatch(int step) {
        return batch(
                "trajectory_input/" + step, normalized(images("trajectory_input/" + step)), "trajectory_label/" + step);
    }

    /** Pixels {@code [N,3,H,W]} from 0 to 255 as the nets of references read them. */
    static float[] normalized(NpyArray pixels) {
        int plane = pixels.shape()[2] * pixels.shape()[3];
        float[] images = pixels.floats();
        for (int i = 0; i < images.length; i++) {
            int channel = i / plane % MEAN.length;
            images[i] = (images[i] - MEAN[channel]) / DEVIATION[channel];
        }
        return images;
    }

    private Batch batch(String input, float[] images, String labelEntry) {
        int[] labels = array(labelEntry).ints();
        if (labels.length != array(input).shape()[0] || Arrays.stream(labels).anyMatch(l -> l < 0 || l >= classes)) {
            throw new SelftestException(name + ARRAYS + " needs a label from 0 to " + (classes - 1) + " in "
                    + labelEntry + " for each image");
        }
        return new Batch(images, labels);
    }

    /** The name of a cell type in the reference. */
    static String typeName(CellType type) {
        return type == CellType.NORMAL ? "normal" : "reduce";
    }

    /** How many shrink steps it holds. */
    int shrinkSteps() {
        return structure.path("shrink_steps").asInt();
    }

    /** How many training steps it holds. */
    int trajectorySteps() {
        return array("trajectory_loss").values().length;
    }
}
