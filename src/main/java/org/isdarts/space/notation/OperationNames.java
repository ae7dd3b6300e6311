package org.isdarts.space.notation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;

/** Operations by the names that tools give them. */
final class OperationNames {
    /** NNI writes the names of DARTS without underscores, and those of NAS-Bench-201 without their prefix. */
    private static final Map<String, Operation> OF_NNI = Map.of(
            "skipconnect", Operation.SKIP_CONNECT,
            "sepconv3x3", Operation.SEP_CONV_3X3,
            "sepconv5x5", Operation.SEP_CONV_5X5,
            "dilconv3x3", Operation.DIL_CONV_3X3,
            "dilconv5x5", Operation.DIL_CONV_5X5,
            "avgpool", Operation.AVG_POOL_3X3,
            "maxpool", Operation.MAX_POOL_3X3,
            "conv_1x1", Operation.NOR_CONV_1X1,
            "conv_3x3", Operation.NOR_CONV_3X3);

    private OperationNames() {}

    /** Whether any search space has an operation of that name. */
    static boolean isKnown(String name) {
        return SearchSpaces.ALL.stream().anyMatch(space -> find(space, name).isPresent());
    }

    /**
     * The index of an operation in its space.
     *
     * @throws IllegalArgumentException if the space has none of that name
     */
    static int index(SearchSpace space, String name) {
        return find(space, name)
                .map(space.operations()::indexOf)
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is none of its operations, which are "
                        + space.operations().stream().map(Operation::label).collect(Collectors.joining(", "))));
    }

    private static Optional<Operation> find(SearchSpace space, String name) {
        // AutoDL abbreviates the separable and dilated convolutions of DARTS in its own way.
        String label = name.replace("dua_sepc", "sep_conv").replace("dil_sepc", "dil_conv");
        List<Operation> operations = space.operations();
        return operations.stream()
                .filter(operation -> operation.label().equals(label) || operation.equals(OF_NNI.get(name)))
                .findFirst();
    }
}
