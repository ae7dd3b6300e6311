package org.isdarts.strategy.pdarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.space.RobustDartsS2;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Stage;
import org.junit.jupiter.api.Test;

class StagePlanTest {
    private static final StagePlan AUTHORS = new StagePlan(Darts.SPACE, 3, 2, 0.7);

    private static int[] candidates(SearchSpace space) {
        StagePlan plan = new StagePlan(space, 3, 2, 0.7);
        return IntStream.rangeClosed(1, 3).map(plan::candidates).toArray();
    }

    @Test
    void stagesKeepAsManyCandidatesAsTheAuthors() {
        assertThat(candidates(Darts.SPACE)).containsExactly(8, 5, 3);
        assertThat(candidates(NasBench201.SPACE)).containsExactly(5, 3, 2);
    }

    @Test
    void spacesWithFewOperationsKeepThem() {
        assertThat(candidates(RobustDartsS2.SPACE)).containsExactly(2, 2, 2);
    }

    @Test
    void seventyFiveEpochsAreThreeStagesOfTwentyFive() {
        assertThat(AUTHORS.at(25, 75)).isEqualTo(new Stage(1, 1, 25, 0));
        assertThat(AUTHORS.at(26, 75)).isEqualTo(new Stage(2, 26, 25, 2));
        assertThat(AUTHORS.at(75, 75)).isEqualTo(new Stage(3, 51, 25, 4));
    }

    @Test
    void stagesAreEquallyLong() {
        assertThat(IntStream.rangeClosed(1, 6).map(epoch -> AUTHORS.at(epoch, 6).number()))
                .containsExactly(1, 1, 2, 2, 3, 3);
    }

    @Test
    void architectureRestsForTenEpochsOfTwentyFive() {
        Stage second = AUTHORS.at(26, 75);

        assertThat(AUTHORS.trainsWeightsOnly(second, 35)).isTrue();
        assertThat(AUTHORS.trainsWeightsOnly(second, 36)).isFalse();
    }

    /** 5 cells of 8 operations, 11 of 5 and 17 of 3. */
    @Test
    void theLargestNetIsThatOfTheSecondStage() {
        assertThat(AUTHORS.sizeOfLargest(1)).isEqualTo(55 / 40.0);
    }

    @Test
    void dropoutBeginsAsTheAuthorsHaveIt() {
        double[] rates = IntStream.of(1, 26, 51)
                .mapToDouble(epoch -> AUTHORS.dropout(AUTHORS.at(epoch, 75), epoch) / (24.0 / 25))
                .toArray();

        assertThat(rates).containsExactly(new double[] {0.1, 0.4, 0.7}, within(1e-12));
    }
}
