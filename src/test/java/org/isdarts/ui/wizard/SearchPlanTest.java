package org.isdarts.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelFinding;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.Preset;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPlanTest {
    @TempDir
    private Path folder;

    private SearchPlan plan;

    @BeforeEach
    void planWithBundledImages() {
        plan = new SearchPlan(folder);
        plan.dataCheck().set(DataCheck.of(Datasets.SYNTHETIC, 0));
    }

    @Test
    void beginsAsAQuickSearchThatCanBeStarted() {
        assertThat(plan.request()).hasValueSatisfying(request -> {
            assertThat(request.config()).isEqualTo(Preset.QUICK.config(SearchSpace.NAS_BENCH_201, "synthetic"));
            assertThat(request.runFolder().getParent()).isEqualTo(folder);
        });
    }

    @Test
    void cannotBeStartedBeforeTheDataWereLookedAt() {
        plan.dataCheck().set(null);
        assertThat(plan.request()).isEmpty();
    }

    @Test
    void dataThatCannotBeUsedAreToldInTheirOwnLine() {
        plan.own().set(folder.resolve("nowhere").toString());
        plan.source().set(DataSource.OWN);
        plan.dataCheck().set(DataCheck.of(plan.data(), 0));
        assertThat(plan.problem().get().message()).contains("nowhere");
    }

    @Test
    void aMistakeIsToldAtItsSettingInWordsOfTheScreen() {
        plan.text(Setting.CHANNELS).set("7");
        assertThat(plan.problem().get().setting()).isEqualTo(Setting.CHANNELS);
        assertThat(plan.problem().get().message())
                .startsWith("Channels C 7 is odd")
                .doesNotContain("--");
    }

    @Test
    void tooFewEpochsForTheShrinkStepsAreToldAtTheEpochs() {
        plan.text(Setting.EPOCHS).set("5");
        assertThat(plan.problem().get().setting()).isEqualTo(Setting.EPOCHS);
    }

    @Test
    void aTextThatIsNoNumberIsToldAtItsSetting() {
        plan.text(Setting.BATCH_SIZE).set("many");
        assertThat(plan.problem().get().setting()).isEqualTo(Setting.BATCH_SIZE);
    }

    @Test
    void moreImagesThanThereAreAreToldAtTheirSetting() {
        plan.text(Setting.TRAIN_IMAGES).set("6000");
        assertThat(plan.problem().get().setting()).isEqualTo(Setting.TRAIN_IMAGES);
        assertThat(plan.problem().get().message()).contains("5000");
    }

    @Test
    void aPresetIsLoweredToTheImagesThereAre() {
        plan.usePreset(Preset.PAPER);
        assertThat(plan.text(Setting.VALID_IMAGES).get()).isEqualTo("1000");
        assertThat(plan.request()).isPresent();
    }

    @Test
    void anotherSpaceBringsItsOwnPresetValues() {
        plan.space().set(SearchSpace.DARTS);
        assertThat(plan.text(Setting.SHRINK_STEPS).get()).isEqualTo("7");
        assertThat(plan.paperValue(Setting.EPOCHS)).isEqualTo("50");
    }

    @Test
    void presetsLeaveTheMachineAlone() {
        plan.text(Setting.THREADS).set("3");
        plan.usePreset(Preset.TINY);
        assertThat(plan.text(Setting.THREADS).get()).isEqualTo("3");
    }

    @Test
    void kernelsThatDoNotLoadCannotBeChosen() {
        plan.kernels().set(List.of(new KernelFinding("onednn", Set.of(), "does not load")));
        assertThat(plan.problem().get().message()).isEqualTo("does not load");
        plan.kernels()
                .set(List.of(
                        new KernelFinding("onednn", Set.of(), "does not load"),
                        new KernelFinding("nd4j", Set.of(Precision.FLOAT32), "CPU")));
        assertThat(plan.text(Setting.KERNELS).get()).isEqualTo(KernelLibrary.AUTO);
        assertThat(plan.problem().get()).isNull();
    }

    @Test
    void aPrecisionThatTheKernelsLackIsToldAtItsSetting() {
        plan.kernels().set(List.of(new KernelFinding("nd4j", Set.of(Precision.FLOAT32), "CPU")));
        plan.text(Setting.PRECISION).set("bf16");
        assertThat(plan.problem().get().setting()).isEqualTo(Setting.PRECISION);
        assertThat(plan.problem().get().message()).isEqualTo("No kernels train in bf16 here; take fp32");
        plan.text(Setting.KERNELS).set("nd4j");
        assertThat(plan.problem().get().message()).isEqualTo("nd4j cannot train in bf16 here; take fp32");
        plan.text(Setting.PRECISION).set("fp32");
        assertThat(plan.problem().get()).isNull();
    }

    @Test
    void aRunNeedsAFolderOfItsOwn() throws Exception {
        Files.createDirectory(folder.resolve("taken"));
        plan.runName().set("taken");
        assertThat(plan.problem().get().message()).contains("exists already");
        plan.runName().set("../elsewhere");
        assertThat(plan.request()).isEmpty();
        plan.runName().set("mine");
        assertThat(plan.request()).isPresent();
    }

    @Test
    void aMissingBenchmarkTableIsToldAtItsSetting() {
        plan.text(Setting.BENCHMARK_TABLE).set(folder.resolve("no.csv").toString());
        assertThat(plan.problem().get().setting()).isEqualTo(Setting.BENCHMARK_TABLE);
    }

    @Test
    void anotherSpaceKeepsWhatIsOfNoPreset() {
        plan.text(Setting.SEED).set("3");
        plan.text(Setting.PRECISION).set("bf16");
        plan.runName().set("mine");
        plan.space().set(SearchSpace.DARTS);
        plan.space().set(SearchSpace.NAS_BENCH_201);
        assertThat(plan.text(Setting.SEED).get()).isEqualTo("3");
        assertThat(plan.text(Setting.PRECISION).get()).isEqualTo("bf16");
        assertThat(plan.runName().get()).isEqualTo("mine");
    }

    @Test
    void aNameThatNobodyTypedFollowsTheSpace() {
        plan.space().set(SearchSpace.DARTS);
        assertThat(plan.runName().get()).startsWith("darts-");
    }
}
