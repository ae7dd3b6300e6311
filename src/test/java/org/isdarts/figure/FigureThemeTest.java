package org.isdarts.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class FigureThemeTest {
    private static final Color BLUE = new Color(0x0072B2);

    @Test
    void linesKeepTheirColorOnPaper() {
        assertThat(FigureTheme.LIGHT.line(BLUE)).isEqualTo(BLUE);
    }

    /** Its contrast would be 3.3. */
    @Test
    void aDarkLineIsLighterOnADarkBackground() {
        Color line = FigureTheme.DARK.line(BLUE);
        assertThat(line.getRed()).isGreaterThan(BLUE.getRed());
        assertThat(line.getBlue()).isGreaterThan(line.getRed());
    }

    @Test
    void aLineThatIsLightAlreadyKeepsItsColorThere() {
        Color orange = new Color(0xE69F00);
        assertThat(FigureTheme.DARK.line(orange)).isEqualTo(orange);
    }
}
