package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;

class CollapseTest {
    private static final SearchSpace SPACE = NasBench201.SPACE;

    @Test
    void countsEdgesWithNothingButParameterFreeOperations() {
        boolean[][] kept = Mask.full(SPACE).toArray();
        kept[0] = new boolean[] {false, true, false, false, true};
        kept[1] = new boolean[] {true, false, false, false, false};

        assertThat(Collapse.parameterFreeEdges(SPACE, Mask.of(kept))).isEqualTo(2);
    }

    @Test
    void doesNotCountEdgesThatKeepNothing() {
        boolean[][] kept = Mask.full(SPACE).toArray();
        kept[0] = new boolean[5];

        assertThat(Collapse.parameterFreeEdges(SPACE, Mask.of(kept))).isZero();
    }

    @Test
    void theFullSupernetIsNoCollapse() {
        assertThat(Collapse.parameterFreeEdges(SPACE, Mask.full(SPACE))).isZero();
    }
}
