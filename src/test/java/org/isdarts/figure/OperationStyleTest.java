package org.isdarts.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class OperationStyleTest {
    static final List<SearchSpace> SPACES = SearchSpaces.ALL;

    @ParameterizedTest
    @FieldSource("SPACES")
    void operationsOfOneSpaceDifferInColor(SearchSpace space) {
        for (FigureTheme theme : FigureTheme.values()) {
            assertThat(space.operations())
                    .extracting(operation -> OperationStyle.of(operation).color(theme))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @FieldSource("SPACES")
    void operationsOfOneSpaceDifferInDash(SearchSpace space) {
        assertThat(space.operations())
                .extracting(operation ->
                        Arrays.toString(OperationStyle.of(operation).dash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void shortLabelsAreDifferentAndShort() {
        assertThat(Operation.values())
                .extracting(operation -> OperationStyle.of(operation).shortLabel())
                .doesNotHaveDuplicates()
                .allSatisfy(label -> assertThat(label).hasSizeLessThanOrEqualTo(8));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void theFontHasEveryLabel(Operation operation) {
        String label = OperationStyle.of(operation).shortLabel() + "→∞–";

        assertThat(FigureFont.of(FigureFont.TEXT).canDisplayUpTo(label)).isEqualTo(-1);
    }
}
