package org.isdarts.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.kernel.onednn.OnednnKernels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelftestTest {
    private static final Path GOLDEN = Path.of("../shared/golden");

    private static Kernels kernels;

    @BeforeAll
    static void load() {
        kernels = new Nd4jKernels(2);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    @Test
    void builtInReferencesPassWithinThePlainTolerances() {
        Map<String, List<Check>> results = Selftest.run(null, kernels, (reference, check) -> {});

        assertThat(results).containsOnlyKeys("nas-bench-201", "darts");
        assertThat(results.values()).allSatisfy(checks -> assertThat(checks)
                .allMatch(Check::passed)
                .allMatch(check -> check.within() == check.compared()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void goldenReferencePasses(String name) {
        assumeTrue(Files.isDirectory(GOLDEN), "skipped: no reference numbers in " + GOLDEN);
        Reference golden = Reference.readAll(GOLDEN).stream()
                .filter(reference -> reference.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(Selftest.check(golden, kernels)).allMatch(Check::passed);
    }

    @Test
    void goldenReferencesPassWithOnednnToo() {
        assumeTrue(Files.isDirectory(GOLDEN), "skipped: no reference numbers in " + GOLDEN);
        try (Kernels onednn = new OnednnKernels(1, Precision.FLOAT32)) {
            assertThat(Selftest.run(GOLDEN, onednn, (reference, check) -> {}).values())
                    .allSatisfy(checks -> assertThat(checks).allMatch(Check::passed));
        }
    }

    @Test
    void gradientOnePercentTooLargeFails() {
        assertOnlyFails("gradients", "gradient/cells.0.edges.3<-1.3.op.1.weight", numbers -> {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] *= 1.01;
            }
        });
    }

    @Test
    void gradientWithAWrongSignFails() {
        assertOnlyFails("gradients", "gradient/cells.4.edges.1<-0.2.op.1.weight", numbers -> numbers[3] *= -1);
    }

    @Test
    void wrongLogitFails() {
        assertOnlyFails("logits", "logits", numbers -> numbers[7] += 1e-2);
    }

    @Test
    void wrongLossFails() {
        assertOnlyFails("loss", "loss", numbers -> numbers[0] *= 1.001);
    }

    @Test
    void wrongFisherFails() {
        assertOnlyFails(
                "Fisher, normal cells", "fisher_float64/normal", "fisher/normal", numbers -> numbers[3] *= 1.01);
    }

    @Test
    void wrongInformationFails() {
        assertOnlyFails(
                "IIM (Eq. 11), normal cells",
                "iim_eq11_float64/normal",
                "iim_eq11/normal",
                numbers -> numbers[3] *= 1.01);
    }

    @Test
    void wrongRunningVarianceFails() {
        Reference altered = AlteredReference.with(
                AlteredReference.nasBench201(),
                "buffer_at_importance/stem.1.running_var",
                numbers -> numbers[0] *= 1.01);

        assertThat(failures(altered)).contains("running statistics");
    }

    @Test
    void wrongMaskFails() {
        assertOnlyFails(
                "masks after every shrink step", "shrink/1/mask_after/normal", SelftestTest::exchangeOperations);
    }

    @Test
    void wrongLastMaskFails() {
        Reference altered = AlteredReference.with(
                AlteredReference.nasBench201(), "shrink/3/mask_after/normal", SelftestTest::exchangeOperations);

        assertThat(failures(altered)).contains("masks after every shrink step");
    }

    @Test
    void wrongGenotypeFails() {
        Reference altered = AlteredReference.withStructure(
                AlteredReference.nasBench201(),
                structure -> structure.put(
                        "genotype",
                        "|avg_pool_3x3~0|+|avg_pool_3x3~0|avg_pool_3x3~1|+|avg_pool_3x3~0|avg_pool_3x3~1|none~2|"));

        assertThat(failures(altered)).containsExactly("genotype");
    }

    /** On the first edge, keeps what was discarded and discards what was kept. */
    private static void exchangeOperations(double[] mask) {
        int kept = 0;
        int discarded = 0;
        for (int operation = 0; operation < 5; operation++) {
            kept = mask[operation] != 0 ? operation : kept;
            discarded = mask[operation] == 0 && operation > 0 ? operation : discarded;
        }
        mask[kept] = 0;
        mask[discarded] = 1;
    }

    private static void assertOnlyFails(String subject, String entry, Consumer<double[]> change) {
        assertThat(failures(AlteredReference.with(AlteredReference.nasBench201(), entry, change)))
                .containsExactly(subject);
    }

    private static void assertOnlyFails(String subject, String first, String second, Consumer<double[]> change) {
        Reference altered = AlteredReference.with(AlteredReference.nasBench201(), first, change);

        assertThat(failures(AlteredReference.with(altered, second, change))).containsExactly(subject);
    }

    private static List<String> failures(Reference reference) {
        return Selftest.check(reference, kernels).stream()
                .filter(check -> !check.passed())
                .map(Check::subject)
                .toList();
    }
}
