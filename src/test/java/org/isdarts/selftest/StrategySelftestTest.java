package org.isdarts.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isdarts.npy.NpyArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference numbers of strategies; a wrong one must not pass. */
class StrategySelftestTest {
    private static final Path GOLDEN = Path.of("../shared/golden");

    @BeforeEach
    void requireNumbers() {
        assumeTrue(Files.isDirectory(GOLDEN), "skipped: no reference numbers in " + GOLDEN);
    }

    private static List<Check> checks() {
        return Selftest.runStrategies(GOLDEN).get(0).checks();
    }

    /** The checks with a number of an array altered, or with its place in the file empty. */
    private static List<Check> checksWith(String entry, Consumer<double[]> alteration) {
        Map<String, NpyArray> arrays = Reference.arrays("strategies.npz", Reference.in(GOLDEN));
        alteration.accept(arrays.get(entry).values());
        return Selftest.checkStrategies(new StrategyReference(
                        "altered", Reference.structure("strategies.json", Reference.in(GOLDEN)), arrays))
                .checks();
    }

    @Test
    void everyMethodPasses() {
        assertThat(checks()).hasSizeGreaterThan(10).allMatch(Check::passed);
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
        List<Check> altered = checksWith(entry, numbers -> numbers[0] = numbers[0] * 1.1 + 0.01);

        assertThat(altered.stream().filter(check -> !check.passed()).map(Check::subject))
                .containsExactly(subject);
    }

    @Test
    void whatNeedsANetworkIsNamed() {
        assertThat(Selftest.runStrategies(GOLDEN).get(0).unchecked())
                .anyMatch(line -> line.startsWith("darts_second: "))
                .noneMatch(line -> line.startsWith("sgas"));
    }

    @Test
    void referenceWithoutItsArraysIsRefused(@TempDir Path folder) throws IOException {
        Files.copy(GOLDEN.resolve("strategies.json"), folder.resolve("strategies.json"));

        assertThatThrownBy(() -> Selftest.runStrategies(folder))
                .isInstanceOf(SelftestException.class)
                .hasMessage("the reference lacks strategies.npz beside its .json");
    }
}
