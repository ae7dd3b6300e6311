package org.isdarts.selftest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
     * What came of the reference numbers of search strategies.
     *
     * @param name the files' name without ending
     * @param checks what was compared
     * @param unchecked what was not, above all what needs a network, one line for each method
     */
    public record Strategies(String name, List<Check> checks, List<String> unchecked) {
        public Strategies {
            checks = List.copyOf(checks);
            unchecked = List.copyOf(unchecked);
        }
    }

    /**
     * Compares search strategies, their arithmetic and their passes, with the folder's reference numbers of these: those that describe no
     * supernet.
     *
     * @param folder as of {@link #run}; the program holds no such numbers itself
     * @param kernels the kernels to test
     * @param precise kernels in double precision, for what rounding leaves nothing of
     * @throws SelftestException if one cannot be used
     */
    public static List<Strategies> runStrategies(Path folder, Kernels kernels, Kernels precise) {
        return folder == null
                ? List.of()
                : StrategyReference.readAll(folder).stream()
                        .map(found -> checkStrategies(found, kernels, precise))
                        .toList();
    }

    static Strategies checkStrategies(StrategyReference reference, Kernels kernels, Kernels precise) {
        List<Check> checks = new ArrayList<>();
        try {
            checks.addAll(checkArithmetic(reference));
            checks.addAll(checkPasses(reference, kernels));
            checks.addAll(checkInDouble(reference, precise));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException unfit) {
            throw new SelftestException(
                    reference.name() + " does not hold what numbers of strategies need: " + unfit.getMessage());
        }
        if (checks.isEmpty()) {
            throw new SelftestException(reference.name() + " describes no supernet and holds no numbers of strategies");
        }
        return new Strategies(reference.name(), checks, reference.unread());
    }

    /** What needs no network. */
    static List<Check> checkArithmetic(StrategyReference reference) {
        List<Check> checks = new ArrayList<>();
        checks.addAll(new ScheduleCheck(reference).run());
        checks.addAll(new CoefficientCheck(reference).run());
        checks.addAll(new GenotypeRuleCheck(reference).run());
        checks.addAll(new GreedyDecisionCheck(reference).run());
        checks.addAll(new StageCheck(reference).run());
        checks.addAll(new ControllerCheck(reference).run());
        checks.addAll(new PenaltyCheck(reference).run());
        return checks;
    }

    /** What passes of a supernet give. */
    static List<Check> checkPasses(StrategyReference reference, Kernels kernels) {
        List<Check> checks = new ArrayList<>();
        checks.addAll(new PassCheck(reference, kernels).run());
        checks.addAll(new AlternatingCheck(reference, kernels).run());
        checks.addAll(new SecondOrderCheck(reference, kernels).run());
        return checks;
    }

    /** What rounding leaves nothing of: second-order DARTS subtracts gradients that are nearly equal. */
    static List<Check> checkInDouble(StrategyReference reference, Kernels precise) {
        return new SecondOrderCheck(reference, precise, SecondOrderCheck.Precise.DOUBLE).run();
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
