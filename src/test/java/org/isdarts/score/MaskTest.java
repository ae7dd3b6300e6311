package org.isdarts.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.isdarts.space.Candidate;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.junit.jupiter.api.Test;

class MaskTest {
    private final Mask full = Mask.full(Darts.SPACE);

    @Test
    void theFullMaskKeepsEverything() {
        assertThat(full.count()).isEqualTo(14 * 8);
        assertThat(full.edges()).isEqualTo(14);
        assertThat(full.operations()).isEqualTo(8);
    }

    @Test
    void aDiscardGivesANewMask() {
        Mask left = full.without(List.of(new Candidate(3, 4)));
        assertThat(left.keeps(3, 4)).isFalse();
        assertThat(full.keeps(new Candidate(3, 4))).isTrue();
        assertThat(left.count()).isEqualTo(full.count() - 1);
    }

    @Test
    void rowsGivenAndTakenAreCopies() {
        boolean[][] rows = {{true, false}, {false, true}};
        Mask mask = Mask.of(rows);
        rows[0][0] = false;
        mask.toArray()[1][1] = false;
        assertThat(mask.keptCandidates()).containsExactly(new Candidate(0, 0), new Candidate(1, 1));
    }

    @Test
    void nothingIsDiscardedTwice() {
        Candidate candidate = new Candidate(0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.without(List.of(candidate)).without(List.of(candidate)));
        assertThatIllegalArgumentException().isThrownBy(() -> full.without(List.of(candidate, candidate)));
    }

    @Test
    void masksAreEqualByWhatTheyKeep() {
        assertThat(Mask.of(full.toArray())).isEqualTo(full).hasSameHashCodeAs(full);
        assertThat(full.without(List.of(new Candidate(0, 0)))).isNotEqualTo(full);
    }
}
