package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.npy.NpyArray;
import org.isdarts.npy.Npz;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;

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

    /**
     * Reads all references of a folder.
     *
     * @throws SelftestException if the folder holds none, or a damaged one
     */
    static List<Reference> readAll(Path folder) {
        List<Path> structures;
        try (Stream<Path> files = Files.list(folder)) {
            structures = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new SelftestException("no reference folder " + folder + "; give one with NAME.npz and NAME.json");
        }
        if (structures.isEmpty()) {
            throw new SelftestException(folder + " holds no reference; give a folder with NAME.npz and NAME.json");
        }
        List<Reference> references = new ArrayList<>();
        for (Path structure : structures) {
            references.add(read(structure));
        }
        return references;
    }

    private static Reference read(Path structureFile) {
        String file = structureFile.getFileName().toString();
        String name = file.substring(0, file.length() - ".json".length());
        try {
            JsonNode structure = new ObjectMapper().readTree(structureFile.toFile());
            Map<String, NpyArray> arrays = Npz.read(structureFile.resolveSibling(name + ".npz"));
            return new Reference(
                    name,
                    SearchSpace.of(structure.path("space").asText()),
                    structure.path("channels").asInt(),
                    structure.path("cells_per_stage").asInt(),
                    structure.path("classes").asInt(),
                    structure,
                    arrays);
        } catch (IOException damaged) {
            throw new SelftestException("the reference " + name + " cannot be read: " + damaged.getMessage());
        }
    }

    /** The array of that name. */
    NpyArray array(String entry) {
        NpyArray array = arrays.get(entry);
        if (array == null) {
            throw new SelftestException("the reference " + name + " lacks " + entry);
        }
        return array;
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
