package org.isdarts.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        Range whole = new Range(0, 100);
        Range before = Span.WHOLE.of(whole);
        Range after = Span.WHOLE.zoomed(0.5, 0.3).of(whole);

        assertThat(after.getLength()).isCloseTo(50, within(1e-9));
        assertThat(after.getLowerBound() + 0.3 * after.getLength())
                .isCloseTo(before.getLowerBound() + 0.3 * before.getLength(), within(1e-9));
    }

    @Test
    void nothingBeyondTheAxisIsSeen() {
        assertThat(Span.WHOLE.zoomed(3, 0.5)).isEqualTo(Span.WHOLE);
        assertThat(Span.WHOLE.zoomed(0.5, 0).moved(-2)).isEqualTo(new Span(0, 0.5));
        assertThat(Span.WHOLE.zoomed(0.5, 0).moved(7)).isEqualTo(new Span(0.5, 1));
    }

    @Test
    void zoomingEndsAtAHundredthOfTheAxis() {
        Span span = Span.WHOLE;
        for (int i = 0; i < 50; i++) {
            span = span.zoomed(0.5, 0.5);
        }
        assertThat(span.to() - span.from()).isCloseTo(0.01, within(1e-9));
    }
}
