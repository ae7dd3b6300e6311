package org.isdarts.ui.cell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;

/** Shows a drawing that is dragged to pan and scrolled to zoom; until then it fits. */
final class Viewport extends Pane {
    private static final double KEY_STEP = 40;
    private static final double KEY_ZOOM = 1.25;
    private static final double MARGIN = 10;
    private static final double LARGEST_FIT = 2.2;
    private final Group content = new Group();
    private final Affine placing = new Affine();
    private final ReadOnlyBooleanWrapper fitting = new ReadOnlyBooleanWrapper(true);
    private double dragX;
    private double dragY;

    Viewport() {
        getStyleClass().addAll("viewport", "cell-viewport");
        setFocusTraversable(true);
        setMinSize(0, 0);
        setPrefSize(0, 0);
        content.getTransforms().add(placing);
        getChildren().add(content);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        widthProperty().addListener(observable -> fitAgain());
        heightProperty().addListener(observable -> fitAgain());
        setOnScroll(this::zoom);
        setOnKeyPressed(this::press);
        setOnMousePressed(this::grasp);
        setOnMouseDragged(this::drag);
    }

    void show(Node drawing) {
        content.getChildren().setAll(drawing);
        fit();
    }

    void clear() {
        content.getChildren().clear();
    }

    /** Whether the whole drawing is kept visible. */
    ReadOnlyBooleanProperty fitting() {
        return fitting.getReadOnlyProperty();
    }

    /** Makes the whole drawing visible, and keeps it so until the next zoom or pan. */
    void fit() {
        fitting.set(true);
        fitAgain();
    }

    private void fitAgain() {
        if (!fitting.get() || getWidth() < 1 || content.getChildren().isEmpty()) {
            return;
        }
        Bounds bounds = content.getBoundsInLocal();
        double scale = Math.min(
                LARGEST_FIT,
                Math.min(
                        (getWidth() - 2 * MARGIN) / bounds.getWidth(),
                        (getHeight() - 2 * MARGIN) / bounds.getHeight()));
        placing.setToIdentity();
        placing.appendTranslation(
                (getWidth() - scale * bounds.getWidth()) / 2 - scale * bounds.getMinX(),
                (getHeight() - scale * bounds.getHeight()) / 2 - scale * bounds.getMinY());
        placing.appendScale(scale, scale);
    }

    private void zoom(ScrollEvent scroll) {
        if (scroll.getDeltaY() != 0) {
            zoom(Math.pow(1.0025, scroll.getDeltaY()), scroll.getX(), scroll.getY());
            scroll.consume();
        }
    }

    private void zoom(double factor, double x, double y) {
        fitting.set(false);
        placing.prependTranslation(-x, -y);
        placing.prependScale(factor, factor);
        placing.prependTranslation(x, y);
    }

    /** Arrows with Shift move the drawing, plus and minus zoom into its middle. */
    private void press(KeyEvent press) {
        if (press.isShortcutDown() || (press.getCode().isArrowKey() && !press.isShiftDown())) {
            return;
        }
        switch (press.getCode()) {
            case LEFT -> move(KEY_STEP, 0);
            case RIGHT -> move(-KEY_STEP, 0);
            case UP -> move(0, KEY_STEP);
            case DOWN -> move(0, -KEY_STEP);
            case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM, getWidth() / 2, getHeight() / 2);
            case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM, getWidth() / 2, getHeight() / 2);
            default -> {
                return;
            }
        }
        press.consume();
    }

    private void move(double x, double y) {
        fitting.set(false);
        placing.prependTranslation(x, y);
    }

    private void grasp(MouseEvent press) {
        requestFocus();
        dragX = press.getX();
        dragY = press.getY();
    }

    private void drag(MouseEvent move) {
        move(move.getX() - dragX, move.getY() - dragY);
        grasp(move);
    }
}
