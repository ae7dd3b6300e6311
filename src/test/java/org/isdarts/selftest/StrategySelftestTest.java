package org.isdarts.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.npy.NpyArray;
import org.isdarts.npy.Npz;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference numbers of strategies; a wrong one must not pass. */
class StrategySelftestTest {
    private static final Path GOLDEN = Path.of("../shared/golden");

    private static Map<String, NpyArray> arrays;
    private static JsonNode structure;

    @BeforeAll
    static void read() {
        assumeTrue(Files.isDirectory(GOLDEN), "skipped: no reference numbers in " + GOLDEN);
        arrays = Reference.arrays("strategies.npz", Reference.in(GOLDEN));
        structure = Reference.structure("strategies.json", Reference.in(GOLDEN));
    }

    private static StrategyReference reference(Map<String, NpyArray> numbers) {
        return new StrategyReference("golden", structure, numbers);
    }

    private static Selftest.Strategies check(Map<String, NpyArray> numbers) {
        try (Kernels kernels = KernelLibrary.open("onednn", Precision.FLOAT32, 1)) {
            return Selftest.checkStrategies(
                    reference(numbers), kernels, new ReferenceKernels(), (reference, check) -> {});
        }
    }

    /** The arrays with the first number of some of them altered. */
    private static Map<String, NpyArray> altered(String... entries) {
        Map<String, NpyArray> altered = new HashMap<>(arrays);
        for (String entry : entries) {
            NpyArray right = arrays.get(entry);
            double[] wrong = right.values().clone();
            wrong[0] = wrong[0] * 1.1 + 0.01;
            altered.put(entry, new NpyArray(right.shape(), wrong));
        }
        return altered;
    }

    /** All but one case in double, each of which takes seconds. */
    private static Map<String, NpyArray> quick() {
        Map<String, NpyArray> some = new HashMap<>(arrays);
        some.keySet()
                .removeIf(name -> name.endsWith("/vector_norm_float64")
                        && !name.equals("nas-bench-201/5/darts_second/at_rest/vector_norm_float64"));
        return some;
    }

    private static Stream<String> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.passed()).map(Check::subject);
    }

    @Test
    void everyMethodPassesAndWhatIsNotComparedIsNamed() {
        Selftest.Strategies found = check(quick());

        assertThat(found.checks()).hasSizeGreaterThan(18).allMatch(Check::passed);
        assertThat(found.unchecked())
                .noneMatch(line -> line.startsWith("darts:") || line.startsWith("sgas") || line.startsWith("snas"));
    }

    @Test
    void passesInTheSmallestNetAgreeOnNd4jToo() {
        Map<String, NpyArray> some = new HashMap<>(arrays);
        some.keySet()
                .removeIf(name -> name.startsWith("darts/")
                        || name.startsWith("nas-bench-201/5/")
                        || name.contains("/darts_second/")
                        || name.contains("/authors/")
                        || name.contains("/benchmark/"));
        try (Kernels kernels = KernelLibrary.open("nd4j", Precision.FLOAT32, 1)) {
            assertThat(Selftest.checkPasses(reference(some), kernels))
                    .hasSizeGreaterThan(6)
                    .allMatch(Check::passed);
        }
    }

    @Test
    void wrongNumbersOfPassesFail() {
        Map<String, NpyArray> numbers = altered(
                "nas-bench-201/3/darts/logits",
                "darts/3/darts_minus/alpha_gradient/reduce",
                "nas-bench-201/5/fair_darts/loss",
                "nas-bench-201/3/snas/temperature_0.3/alpha_gradient/normal",
                "darts/3/dsnas/evaluation_logits",
                "nas-bench-201/5/perturbation/loss_without",
                "nas-bench-201/3/darts/authors/alpha_after/2/normal",
                "nas-bench-201/3/darts_second/moving/vector_norm",
                "nas-bench-201/3/darts_second/moving/vector_norm_float64");
        try (Kernels kernels = KernelLibrary.open("onednn", Precision.FLOAT32, 1)) {
            assertThat(failed(Selftest.checkPasses(reference(numbers), kernels)))
                    .containsExactly(
                            "DARTS: a pass and its gradients",
                            "DARTS-: a pass and its gradients",
                            "FairDARTS: a pass and its gradients",
                            "SNAS: passes and their gradients",
                            "DSNAS: a sampled pass",
                            "perturbation: loss without each",
                            "DARTS: alternating steps",
                            "DARTS: second order");
        }
    }

    @Test
    void secondOrderMustAgreeToAMillionthInDouble() {
        Map<String, NpyArray> numbers = quick();
        String entry = "nas-bench-201/5/darts_second/at_rest/hessian_vector_float64/normal";
        double[] wrong = arrays.get(entry).values().clone();
        wrong[1] *= 1.00001;
        numbers.put(entry, new NpyArray(arrays.get(entry).shape(), wrong));

        assertThat(failed(Selftest.checkInDouble(reference(numbers), new ReferenceKernels())))
                .containsExactly("DARTS: second order, in double");
    }

    @ParameterizedTest
    @CsvSource({
        "schedule/snas_temperature, schedules of DARTS- and SNAS",
        "shuffle/groups_4, PC-DARTS: channel shuffle",
        "darts/3/darts/alpha_gradient/reduce, DARTS: softmax and its chain rule",
        "darts/3/fair_darts/separation_l2, FairDARTS: zero-one losses",
        "darts/3/snas/temperature_0.3/coefficient/normal, SNAS: concrete samples",
        "nas-bench-201/5/dsnas/alpha_gradient/normal, DSNAS: gradient of a sample",
        "darts/3/pc_darts_4/edge_weight/normal, PC-DARTS: edge weights",
        "decision/3/sgas_2/score, SGAS: scores",
        "decision/5/pdarts/dropout, P-DARTS: dropout",
        "decision/5/enas_nas-bench-201/logits/2, ENAS: samples and loss",
        "decision/5/enas_nas-bench-201/gradient/w_lstm.weight_hh_l0, ENAS: gradients",
        "decision/5/enas_nas-bench-201/weight_after/w_pred.bias, ENAS: a step of Adam",
        "decision/3/beta_decay/alpha_gradient, beta-DARTS: penalty",
        "'decision/3/dirichlet/alpha_gradient', 'DrNAS: gradient of a sample, KL'"
    })
    void wrongNumberFails(String entry, String subject) {
        assertThat(failed(Selftest.checkArithmetic(reference(altered(entry))))).containsExactly(subject);
    }

    @Test
    void folderWithNumbersOfStrategiesAloneWillDo(@TempDir Path folder) throws IOException {
        Files.copy(GOLDEN.resolve("strategies.json"), folder.resolve("other.json"));
        Map<String, byte[]> schedules = new HashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith("schedule/")) {
                schedules.put(name, NpyArray.write(array.shape(), array.values()));
            }
        });
        Files.write(folder.resolve("other.npz"), Npz.write(schedules));

        assertThat(Selftest.run(folder, null, (reference, check) -> {})).isEmpty();
        assertThat(Selftest.runStrategies(folder, null, null, (reference, check) -> {})
                        .get(0)
                        .name())
                .isEqualTo("other");
    }

    @Test
    void arraysOfSomethingElseAreRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.json"), "{}");
        Files.write(
                folder.resolve("other.npz"), Npz.write(Map.of("x", NpyArray.write(new int[] {1}, new float[] {1}))));

        assertThatThrownBy(() -> Selftest.runStrategies(folder, null, null, (reference, check) -> {}))
                .hasMessage("other describes no supernet and holds no numbers of strategies");
    }

    @Test
    void referenceWithoutItsArraysIsRefused(@TempDir Path folder) throws IOException {
        Files.copy(GOLDEN.resolve("strategies.json"), folder.resolve("strategies.json"));

        assertThatThrownBy(() -> Selftest.runStrategies(folder, null, null, (reference, check) -> {}))
                .isInstanceOf(SelftestException.class)
                .hasMessage("the reference lacks strategies.npz beside its .json");
    }
}
