package org.isdarts.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Datasets;
import org.isdarts.data.ImageSizing;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.kernel.choice.KernelProbe;
import org.isdarts.network.NetworkSettings;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.strategy.pcdarts.PcDarts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPlanTest {
    @TempDir
    private Path folder;

    private SearchPlan plan;

    @BeforeEach
    void planWithDrawnImages() {
        plan = new SearchPlan(folder);
        plan.images().check().set(DataCheck.of(Datasets.SYNTHETIC, ImageSizing.AUTOMATIC, 0));
    }

    @Test
    void beginsAsAQuickSearchThatCanBeStarted() {
        assertThat(plan.request()).hasValueSatisfying(request -> {
            assertThat(request.config()).isEqualTo(Preset.QUICK.config(NasBench201.SPACE, "synthetic"));
            assertThat(request.runFolder().getParent()).isEqualTo(folder);
        });
    }

    @Test
    void cannotBeStartedBeforeTheDataWereLookedAt() {
        plan.images().check().set(null);
        assertThat(plan.request()).isEmpty();
    }

    @Test
    void dataThatCannotBeUsedAreToldInTheirOwnLine() {
        plan.images().own().set(folder.resolve("nowhere").toString());
        plan.images().source().set(DataSource.OWN);
        plan.images().check().set(DataCheck.of(plan.images().data(), ImageSizing.AUTOMATIC, 0));
        assertThat(plan.problem().get().message()).contains("nowhere");
    }

    @Test
    void aMistakeIsToldAtItsSettingInWordsOfTheScreen() {
        plan.text(NetworkSettings.CHANNELS).set("7");
        assertThat(plan.problem().get().setting()).isEqualTo(NetworkSettings.CHANNELS);
        assertThat(plan.problem().get().message()).startsWith("7 is odd").doesNotContain("--");
    }

    @Test
    void tooFewEpochsForTheShrinkStepsAreToldAtTheEpochs() {
        plan.text(RunSettings.EPOCHS).set("5");
        assertThat(plan.problem().get().setting()).isEqualTo(RunSettings.EPOCHS);
    }

    @Test
    void aTextThatIsNoNumberIsToldAtItsSetting() {
        plan.text(OptimizerSettings.BATCH_SIZE).set("many");
        assertThat(plan.problem().get().setting()).isEqualTo(OptimizerSettings.BATCH_SIZE);
    }

    @Test
    void moreImagesThanThereAreAreToldAtTheirSetting() {
        plan.text(DataSettings.TRAIN_IMAGES).set("6000");
        assertThat(plan.problem().get().setting()).isEqualTo(DataSettings.TRAIN_IMAGES);
        assertThat(plan.problem().get().message()).contains("5000");
    }

    @Test
    void aPresetIsLoweredToTheImagesThereAre() {
        plan.usePreset(Preset.PAPER);
        assertThat(plan.text(DataSettings.TEST_IMAGES).get()).isEqualTo("1000");
        assertThat(plan.request()).isPresent();
    }

    @Test
    void anotherSpaceBringsItsOwnPresetValues() {
        plan.space().set(Darts.SPACE);
        assertThat(plan.text(IsDartsSettings.SHRINK_STEPS).get()).isEqualTo("7");
        assertThat(plan.paperValue(RunSettings.EPOCHS)).isEqualTo("50");
    }

    @Test
    void anotherStrategyBringsWhatItsAuthorsSet() {
        plan.space().set(Darts.SPACE);
        plan.usePreset(Preset.PAPER);
        plan.text(Strategies.STRATEGY).set("pc-darts");
        assertThat(plan.text(OptimizerSettings.LEARNING_RATE).get()).isEqualTo("0.1");
        assertThat(plan.paperValue(OptimizerSettings.BATCH_SIZE)).isEqualTo("256");
    }

    @Test
    void aStrategyThatWasNeverSearchedWithInTheSpaceHasNoPapersValues() {
        plan.text(Strategies.STRATEGY).set("pc-darts");
        assertThat(plan.paperValue(OptimizerSettings.BATCH_SIZE)).isEmpty();
    }

    @Test
    void aSearchLikeAnotherHasItsStrategyAndItsSettings() {
        SearchConfig other = Preset.TINY
                .config(NasBench201.SPACE, PcDarts.KIND, Datasets.SYNTHETIC)
                .with(RunSettings.EPOCHS, 9);
        plan.show(other);
        assertThat(plan.config().strategy()).isEqualTo(PcDarts.KIND);
        assertThat(plan.config().epochs()).isEqualTo(9);
    }

    @Test
    void presetsLeaveTheMachineAlone() {
        plan.text(ComputeSettings.THREADS).set("3");
        plan.usePreset(Preset.TINY);
        assertThat(plan.text(ComputeSettings.THREADS).get()).isEqualTo("3");
    }

    @Test
    void kernelsThatDoNotLoadCannotBeChosen() {
        plan.kernels().set(List.of(new KernelProbe("onednn", Set.of(), "does not load")));
        assertThat(plan.problem().get().message()).isEqualTo("does not load");
        plan.kernels()
                .set(List.of(
                        new KernelProbe("onednn", Set.of(), "does not load"),
                        new KernelProbe("nd4j", Set.of(Precision.FLOAT32), "CPU")));
        assertThat(plan.text(ComputeSettings.KERNELS).get()).isEqualTo(KernelLibrary.AUTO);
        assertThat(plan.problem().get()).isNull();
    }

    @Test
    void aPrecisionThatTheKernelsLackIsToldAtItsSetting() {
        plan.kernels().set(List.of(new KernelProbe("nd4j", Set.of(Precision.FLOAT32), "CPU")));
        plan.text(ComputeSettings.PRECISION).set("bf16");
        assertThat(plan.problem().get().setting()).isEqualTo(ComputeSettings.PRECISION);
        assertThat(plan.problem().get().message()).isEqualTo("no kernels train in bf16 here; take fp32");
        plan.text(ComputeSettings.KERNELS).set("nd4j");
        assertThat(plan.problem().get().message()).isEqualTo("nd4j cannot train in bf16 here; take fp32");
        plan.text(ComputeSettings.PRECISION).set("fp32");
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
        plan.text(SearchSettings.BENCHMARK_TABLE).set(folder.resolve("no.csv").toString());
        assertThat(plan.problem().get().setting()).isEqualTo(SearchSettings.BENCHMARK_TABLE);
    }

    @Test
    void anotherSpaceKeepsWhatIsOfNoPreset() {
        plan.text(RunSettings.SEED).set("3");
        plan.text(ComputeSettings.PRECISION).set("bf16");
        plan.runName().set("mine");
        plan.space().set(Darts.SPACE);
        plan.space().set(NasBench201.SPACE);
        assertThat(plan.text(RunSettings.SEED).get()).isEqualTo("3");
        assertThat(plan.text(ComputeSettings.PRECISION).get()).isEqualTo("bf16");
        assertThat(plan.runName().get()).isEqualTo("mine");
    }

    @Test
    void aNameThatNobodyTypedFollowsTheSpace() {
        plan.space().set(Darts.SPACE);
        assertThat(plan.runName().get()).isEqualTo("synthetic-quick-darts-is-darts-seed0");
    }
}
