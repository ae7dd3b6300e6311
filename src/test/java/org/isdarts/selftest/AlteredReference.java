package org.isdarts.selftest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.isdarts.npy.NpyArray;
import org.isdarts.space.NasBench201;

/** Copies of references in which something is wrong. */
final class AlteredReference {
    private AlteredReference() {}

    /** The small NAS-Bench-201 reference inside the program. */
    static Reference nasBench201() {
        return Reference.builtIn().stream()
                .filter(reference -> reference.space().equals(NasBench201.SPACE))
                .findFirst()
                .orElseThrow();
    }

    /** A copy with other numbers in one array. */
    static Reference with(Reference reference, String entry, Consumer<double[]> change) {
        NpyArray array = reference.array(entry);
        double[] values = array.values().clone();
        change.accept(values);
        Map<String, NpyArray> arrays = new LinkedHashMap<>(reference.arrays());
        arrays.put(entry, new NpyArray(array.shape(), values));
        return copy(reference, (ObjectNode) reference.structure(), arrays);
    }

    /** A copy with another structure. */
    static Reference withStructure(Reference reference, UnaryOperator<ObjectNode> change) {
        return copy(reference, change.apply(reference.structure().deepCopy()), reference.arrays());
    }

    private static Reference copy(Reference reference, ObjectNode structure, Map<String, NpyArray> arrays) {
        return new Reference(
                reference.name(),
                reference.space(),
                reference.channels(),
                reference.cells(),
                reference.classes(),
                structure,
                arrays);
    }
}
