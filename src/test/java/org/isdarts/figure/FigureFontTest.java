package org.isdarts.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.isdarts.text.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFontTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1.23456789e10, -4.5e-7, 6.7e-38, 0.1, Double.NEGATIVE_INFINITY, Double.NaN})
    void everyNumberCanBeDrawn(double number) {
        String text = FigureFont.drawn(Numbers.of(number));
        assertThat(FigureFont.of(FigureFont.TEXT).canDisplayUpTo(text)).isEqualTo(-1);
    }
}
