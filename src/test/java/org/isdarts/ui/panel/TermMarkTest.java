package org.isdarts.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Comparator;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isdarts.ui.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TermMarkTest {
    private Stage window;
    private StackPane root;

    @Start
    void show(Stage stage) {
        window = stage;
        root = new StackPane();
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(root, 1000, 600));
        stage.getScene()
                .getStylesheets()
                .add(Workbench.class.getResource("workbench.css").toExternalForm());
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void everyTermIsExplainedInWordsThatCanBeSeen(Term term, FxRobot robot) {
        press(robot, term);
        List<Label> labels = robot.lookup(".term-text .label").queryAllAs(Label.class).stream()
                .toList();
        assertThat(labels).extracting(Label::getText).contains(term.word(), term.explanation());
        assertThat(labels).allSatisfy(label -> {
            assertThat(opacity(label)).isEqualTo(1);
            assertThat(drawn(label)).isEqualTo(label.getText());
            assertThat(isInside(label)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theExplanationStandsOutFromItsGroundInLightAndDark(boolean dark, FxRobot robot) {
        robot.interact(() -> Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
        press(robot, Term.SHRINK);
        Color ground =
                (Color) robot.lookup(".popover > .border").queryAs(Path.class).getFill();
        Color words =
                (Color) robot.lookup(".term-text .label").queryAs(Label.class).getTextFill();
        assertThat(ground.getBrightness() < 0.5).isEqualTo(dark);
        assertThat(Math.abs(words.getBrightness() - ground.getBrightness())).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOP_LEFT", "TOP_RIGHT", "BOTTOM_LEFT", "BOTTOM_RIGHT"})
    void theExplanationPointsAtItsMarkFromEveryCorner(Pos corner, FxRobot robot) {
        TermMark mark = place(robot, Term.SHRINK);
        robot.interact(() -> {
            window.setX(0);
            window.setY(0);
            window.setWidth(Screen.getPrimary().getBounds().getWidth());
            window.setHeight(Screen.getPrimary().getBounds().getHeight());
            root.setAlignment(corner);
            root.setPadding(new Insets(60));
        });
        robot.clickOn(mark);
        WaitForAsyncUtils.waitForFxEvents();
        Path border = robot.lookup(".popover > .border").queryAs(Path.class);
        Bounds pointed = mark.localToScreen(mark.getBoundsInLocal());
        Point2D tip = tip(border, corner.getVpos() == VPos.TOP);
        assertThat(tip.getX()).isCloseTo(pointed.getCenterX(), within(2.0));
        assertThat(tip.distance(pointed.getCenterX(), pointed.getCenterY())).isLessThan(pointed.getHeight());
    }

    /** The point of a pop-over's border that is farthest up or down. */
    private static Point2D tip(Path border, boolean up) {
        Comparator<Point2D> byHeight = Comparator.comparingDouble(Point2D::getY);
        return border.getElements().stream()
                .filter(LineTo.class::isInstance)
                .map(LineTo.class::cast)
                .map(line -> border.localToScreen(line.getX(), line.getY()))
                .min(up ? byHeight : byHeight.reversed())
                .orElseThrow();
    }

    @Test
    void escapeTakesTheExplanationAway(FxRobot robot) {
        press(robot, Term.SHRINK);
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".term-text").tryQuery()).isEmpty();
    }

    @Test
    void aClickElsewhereTakesTheExplanationAway(FxRobot robot) {
        press(robot, Term.SHRINK);
        robot.clickOn(window.getX() + 20, window.getY() + 500);
        assertThat(robot.lookup(".term-text").tryQuery()).isEmpty();
    }

    @Test
    void theKeyboardExplainsToo(FxRobot robot) {
        TermMark mark = place(robot, Term.SHRINK);
        robot.interact(mark::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup(".term-text").tryQuery()).isPresent();
    }

    private void press(FxRobot robot, Term term) {
        robot.clickOn(place(robot, term));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private TermMark place(FxRobot robot, Term term) {
        TermMark mark = new TermMark(term);
        robot.interact(() -> root.getChildren().setAll(mark));
        WaitForAsyncUtils.waitForFxEvents();
        return mark;
    }

    /** Of the node with everything around it, up to its window. */
    private static double opacity(Node node) {
        Window shownIn = node.getScene().getWindow();
        double opacity = shownIn.getOpacity();
        for (Node around = node; around != null; around = around.getParent()) {
            opacity *= around.isVisible() ? around.getOpacity() : 0;
        }
        return opacity;
    }

    private static String drawn(Label label) {
        return ((Text) label.lookup(".text")).getText();
    }

    private static boolean isInside(Label label) {
        Bounds place = label.localToScreen(label.getBoundsInLocal());
        Window shownIn = label.getScene().getWindow();
        return place.getHeight() > 0
                && place.getMinX() >= shownIn.getX()
                && place.getMinY() >= shownIn.getY()
                && place.getMaxX() <= shownIn.getX() + shownIn.getWidth()
                && place.getMaxY() <= shownIn.getY() + shownIn.getHeight();
    }
}
