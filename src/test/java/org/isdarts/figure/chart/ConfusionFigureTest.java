package org.isdarts.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.figure.FigureTheme;
import org.junit.jupiter.api.Test;

class ConfusionFigureTest {
    private static ConfusionFigure figure(List<String> classes, List<List<Integer>> counts) {
        return new ConfusionFigure(
                new TestImagesJudged(1, 3, classes, counts, List.of()), "run pets, seed 0", FigureTheme.LIGHT);
    }

    private static BufferedImage drawn(ConfusionFigure figure) {
        int width = figure.preferredSize().width;
        int height = figure.preferredSize().height;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        figure.draw(graphics, width, height);
        graphics.dispose();
        return image;
    }

    private static long pixels(BufferedImage image, int rgb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == rgb)
                .count();
    }

    @Test
    void theCaptionTellsHowManyAreRight() {
        assertThat(figure(List.of("cat", "dog"), List.of(List.of(3, 1), List.of(0, 4)))
                        .caption())
                .contains("8 test images", "after epoch 3 of run pets, seed 0", "7 (87.50 %) are right");
    }

    @Test
    void aClassWithoutMistakesHasTheFullColor() {
        ConfusionFigure half = figure(List.of("cat", "dog"), List.of(List.of(3, 3), List.of(0, 4)));
        ConfusionFigure all = figure(List.of("cat", "dog"), List.of(List.of(4, 0), List.of(0, 4)));
        assertThat(pixels(drawn(half), 0x0072B2)).isPositive().isLessThan(pixels(drawn(all), 0x0072B2));
    }

    @Test
    void twoHundredClassesAreDrawnInTheRoomOfAPage() {
        List<String> classes =
                IntStream.range(0, 200).mapToObj(i -> "class " + i).toList();
        List<List<Integer>> counts = IntStream.range(0, 200)
                .mapToObj(row -> IntStream.range(0, 200)
                        .mapToObj(column -> row == column ? 2 : 0)
                        .toList())
                .toList();
        ConfusionFigure figure = figure(classes, counts);
        assertThat(figure.preferredSize().width).isLessThan(800);
        assertThat(pixels(drawn(figure), 0x0072B2)).isPositive();
    }
}
