package org.isdarts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.isdarts.data.DataSettings;
import org.isdarts.figure.OperationStyle;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.strategy.choice.Strategies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    private static Path folder;

    private static List<ComparedRun> runs;

    @BeforeAll
    static void read() {
        RealRuns.copyTo(folder);
        runs = List.of("fisher-7", "fisher-8", "iim-7").stream()
                .map(name -> ComparedRun.of(RunFolder.open(folder.resolve(name))))
                .toList();
    }

    @Test
    void runsThatDifferInTheSeedAloneAreOneGroup() {
        assertThat(SeedGroup.of(runs)).extracting(group -> group.runs().size()).containsExactly(2, 1);
    }

    @Test
    void aGroupIsNamedByWhatSetsItApart() {
        assertThat(SeedGroup.of(runs))
                .extracting(SeedGroup::settings)
                .containsExactly(List.of("Importance: fisher"), List.of("Importance: iim"));
    }

    @Test
    void groupsThatDifferInMuchAreNamedByWhatTellsThemApart() {
        ComparedRun first = runs.get(0);
        SearchConfig paper = Preset.PAPER.config(NasBench201.SPACE, "synthetic");
        ComparedRun large = new ComparedRun("large", paper, first.summary(), first.history(), first.size());
        SeedGroup group = SeedGroup.of(List.of(first, large)).get(1);
        assertThat(group.telling()).hasSize(1);
        assertThat(new ComparisonTable(group.runs())
                        .summary(group)
                        .cells()
                        .get(0)
                        .exact())
                .contains("Epochs: 30; ", group.telling().get(0), "Batch size: ");
    }

    @Test
    void aGroupIsNotNamedByASettingThatItsStrategyDoesNotUse() {
        ComparedRun first = runs.get(0);
        SearchConfig darts = ((SearchConfig) first.config())
                .with(DataSettings.TRAIN_IMAGES, 0)
                .with(Strategies.STRATEGY, Strategies.named("darts-1").orElseThrow());
        ComparedRun other = new ComparedRun("darts", darts, first.summary(), first.history(), first.size());
        assertThat(SeedGroup.of(List.of(first, other)).get(1).settings())
                .contains("Strategy: darts-1")
                .noneMatch(words -> words.startsWith("Importance"));
    }

    @Test
    void meanAndSampleDeviationAreOverTheSeeds() {
        SeedGroup.Statistic statistic = SeedGroup.of(runs).get(0).statistic(ComparedRun::test);
        double one = runs.get(0).test();
        double two = runs.get(1).test();
        assertThat(statistic.mean()).isCloseTo((one + two) / 2, within(1e-12));
        assertThat(statistic.deviation()).isCloseTo(Math.abs(one - two) / Math.sqrt(2), within(1e-12));
    }

    @Test
    void oneRunHasNoDeviation() {
        assertThat(SeedGroup.of(runs).get(1).statistic(ComparedRun::test).deviation())
                .isNaN();
    }

    @Test
    void theDifferenceHasARowForEveryEdgeAndAColumnForEveryRun() {
        GenotypeDifference difference = GenotypeDifference.of(NasBench201.SPACE, runs);
        assertThat(difference.runs()).containsExactly("fisher-7", "fisher-8", "iim-7");
        assertThat(difference.rows())
                .extracting(GenotypeDifference.Row::edge)
                .containsExactly("0->1", "0->2", "1->2", "0->3", "1->3", "2->3");
    }

    @Test
    void aRowHoldsWhatEachGenotypeKeepsThere() {
        Candidate kept = runs.get(1)
                .genotype()
                .orElseThrow()
                .cells()
                .get(CellType.NORMAL)
                .get(3);
        String label = OperationStyle.of(NasBench201.SPACE.operations().get(kept.operation()))
                .shortLabel();
        assertThat(GenotypeDifference.of(NasBench201.SPACE, runs)
                        .rows()
                        .get(3)
                        .kept()
                        .get(1))
                .isEqualTo(label);
    }

    @Test
    void aRunAgreesWithItself() {
        List<ComparedRun> twice = List.of(runs.get(0), runs.get(0));
        assertThat(GenotypeDifference.of(NasBench201.SPACE, twice).differing()).isZero();
    }

    @Test
    void runsOfAnotherSpaceAreLeftOut() {
        assertThat(GenotypeDifference.of(Darts.SPACE, runs).runs()).isEmpty();
    }

    @Test
    void everyGroupOfSeedsIsSummedUpAboveItsRuns() {
        assertThat(new ComparisonTable(runs).table().rows())
                .extracting(TextTable.Row::summary)
                .containsExactly(true, false, false, true, false);
    }

    @Test
    void theDifferenceOfSettingsHoldsOnlyWhatDiffers() {
        assertThat(SettingsTable.of(runs, true).rows())
                .extracting(row -> row.shown(0))
                .containsExactlyInAnyOrder("Importance", "Seed");
    }

    @Test
    void aSettingStandsBesideThePapersValue() {
        assertThat(SettingsTable.of(SettingsListing.of(runs.get(0).config())).rows())
                .anySatisfy(row -> assertThat(row.cells())
                        .extracting(TextTable.Cell::shown)
                        .containsExactly("Epochs", "5", "6", "30"));
    }
}
