package org.isdarts.selftest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
     * @param told takes every check as it ends, behind the name of its reference
     * @return the checks by the reference's name
     * @throws SelftestException if there is no usable reference
     */
    public static Map<String, List<Check>> run(Path folder, Kernels kernels, BiConsumer<String, Check> told) {
        Map<String, List<Check>> results = new LinkedHashMap<>();
        for (Reference reference : folder == null ? Reference.builtIn() : Reference.readAll(folder)) {
            results.put(reference.name(), gathered(checks(reference, kernels), reference.name(), told));
        }
        return results;
    }

    /** What checks find, each told as it ends. */
    private static List<Check> gathered(
            Stream<Supplier<List<Check>>> checks, String reference, BiConsumer<String, Check> told) {
        List<Check> all = new ArrayList<>();
        checks.forEach(next -> next.get().forEach(check -> {
            told.accept(reference, check);
            all.add(check);
        }));
        return all;
    }

    private static List<Check> gathered(Stream<Supplier<List<Check>>> checks) {
        return gathered(checks, "", (reference, check) -> {});
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
     * @param told as of {@link #run}
     * @throws SelftestException if one cannot be used
     */
    public static List<Strategies> runStrategies(
            Path folder, Kernels kernels, Kernels precise, BiConsumer<String, Check> told) {
        return folder == null
                ? List.of()
                : StrategyReference.readAll(folder).stream()
                        .map(found -> checkStrategies(found, kernels, precise, told))
                        .toList();
    }

    static Strategies checkStrategies(
            StrategyReference reference, Kernels kernels, Kernels precise, BiConsumer<String, Check> told) {
        List<Check> checks;
        try {
            checks = gathered(
                    Stream.of(arithmetic(reference), passes(reference, kernels), inDouble(reference, precise))
                            .flatMap(Function.identity()),
                    reference.name(),
                    told);
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
        return gathered(arithmetic(reference));
    }

    private static Stream<Supplier<List<Check>>> arithmetic(StrategyReference reference) {
        return Stream.of(
                new ScheduleCheck(reference)::run,
                new CoefficientCheck(reference)::run,
                new GenotypeRuleCheck(reference)::run,
                new GreedyDecisionCheck(reference)::run,
                new StageCheck(reference)::run,
                new ControllerCheck(reference)::run,
                new PenaltyCheck(reference)::run);
    }

    /** What passes of a supernet give. */
    static List<Check> checkPasses(StrategyReference reference, Kernels kernels) {
        return gathered(passes(reference, kernels));
    }

    private static Stream<Supplier<List<Check>>> passes(StrategyReference reference, Kernels kernels) {
        return Stream.concat(
                new PassCheck(reference, kernels).ofMethods(),
                Stream.of(
                        new AlternatingCheck(reference, kernels)::run, new SecondOrderCheck(reference, kernels)::run));
    }

    /** What rounding leaves nothing of: second-order DARTS subtracts gradients that are nearly equal. */
    static List<Check> checkInDouble(StrategyReference reference, Kernels precise) {
        return gathered(inDouble(reference, precise));
    }

    private static Stream<Supplier<List<Check>>> inDouble(StrategyReference reference, Kernels precise) {
        return Stream.of(new SecondOrderCheck(reference, precise, SecondOrderCheck.Precise.DOUBLE)::run);
    }

    static List<Check> check(Reference reference, Kernels kernels) {
        return gathered(checks(reference, kernels));
    }

    private static Stream<Supplier<List<Check>>> checks(Reference reference, Kernels kernels) {
        DecidingKernels deciding = new DecidingKernels(kernels);
        TestedNet tested = TestedNet.full(reference, deciding);
        return Stream.of(
                new ForwardCheck(reference, tested)::run,
                new ImportanceCheck(reference, tested)::run,
                new TrajectoryCheck(reference, tested)::run,
                new ShrinkCheck(reference, deciding)::run);
    }
}
