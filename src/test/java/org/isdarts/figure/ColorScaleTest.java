package org.isdarts.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.isdarts.score.Scaling;
import org.junit.jupiter.api.Test;

class ColorScaleTest {
    @Test
    void theEndsOfViridisAreItsPublishedColors() {
        assertThat(ColorMap.VIRIDIS.rgb(0)).isEqualTo(0x440154);
        assertThat(ColorMap.VIRIDIS.rgb(1)).isEqualTo(0xFDE725);
    }

    @Test
    void theEndsOfCividisAreItsPublishedColors() {
        assertThat(ColorMap.CIVIDIS.rgb(0)).isEqualTo(0x00224E);
        assertThat(ColorMap.CIVIDIS.rgb(1)).isEqualTo(0xFEE838);
    }

    @Test
    void aLogarithmicScalePutsTheGeometricMeanInTheMiddle() {
        ColorScale scale = new ColorScale(ColorMap.VIRIDIS, Scaling.LOGARITHMIC, 1, 10_000);

        assertThat(scale.position(100)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void whatLiesOutsideGetsTheColorOfThatEnd() {
        ColorScale scale = new ColorScale(ColorMap.VIRIDIS, Scaling.LOGARITHMIC, 1, 100);

        assertThat(scale.position(0)).isZero();
        assertThat(scale.position(1e9)).isEqualTo(1);
        assertThat(scale.position(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void fittingLeavesOutWhatCannotBeShown() {
        DoubleStream values = DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, 0, 3, 7);

        ColorScale scale = ColorScale.fitting(ColorMap.VIRIDIS, Scaling.LOGARITHMIC, values);

        assertThat(scale.low()).isEqualTo(3);
        assertThat(scale.high()).isEqualTo(7);
    }

    @Test
    void fittingEqualValuesStillGivesAScale() {
        ColorScale scale = ColorScale.fitting(ColorMap.VIRIDIS, Scaling.LOGARITHMIC, DoubleStream.of(4, 4));

        assertThat(scale.low()).isLessThan(4);
        assertThat(scale.high()).isGreaterThan(4);
    }

    @Test
    void aLogarithmicScaleFromZeroIsRefused() {
        assertThatThrownBy(() -> new ColorScale(ColorMap.VIRIDIS, Scaling.LOGARITHMIC, 0, 1))
                .isInstanceOf(FigureException.class)
                .hasMessage("a logarithmic color scale begins above 0, not at 0.0");
    }
}
