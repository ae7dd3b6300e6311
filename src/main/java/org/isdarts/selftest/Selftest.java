package org.isdarts.selftest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.kernel.Kernels;

/**
 * Compares supernets with reference numbers of the method's public implementation: the forward pass, every gradient,
 * both importances, a training trajectory, the masks after every shrink step and the genotype.
 */
public final class Selftest {
    private Selftest() {}

    /**
     * Runs all checks for every reference.
     *
     * @param folder holds {@code NAME.npz} and {@code NAME.json}; null for the small references inside the program
     * @param kernels the kernels to test
     * @return the checks by the reference's name
     * @throws SelftestException if there is no usable reference
     */
    public static Map<String, List<Check>> run(Path folder, Kernels kernels) {
        Map<String, List<Check>> results = new LinkedHashMap<>();
        for (Reference reference : folder == null ? Reference.builtIn() : Reference.readAll(folder)) {
            results.put(reference.name(), check(reference, kernels));
        }
        return results;
    }

    /**
     * Names of reference numbers in the folder that {@link #run} leaves out, since they describe no supernet.
     *
     * @param folder as of {@link #run}
     */
    public static List<String> unchecked(Path folder) {
        return folder == null ? List.of() : Reference.unchecked(folder);
    }

    static List<Check> check(Reference reference, Kernels kernels) {
        DecidingKernels deciding = new DecidingKernels(kernels);
        TestedNet tested = TestedNet.full(reference, deciding);
        List<Check> checks = new ArrayList<>();
        checks.addAll(new ForwardCheck(reference, tested).run());
        checks.addAll(new ImportanceCheck(reference, tested).run());
        checks.addAll(new TrajectoryCheck(reference, tested).run());
        checks.addAll(new ShrinkCheck(reference, deciding).run());
        return checks;
    }
}
