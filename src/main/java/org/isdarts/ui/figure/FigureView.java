package org.isdarts.ui.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.isdarts.figure.Figure;

/**
 * Shows a figure as large as its place allows, drawn anew whenever that changes. Figures with text of fixed size fill the
 * place; those that scale stay in proportion.
 */
public final class FigureView extends Region {
    /** Points of a figure are shown this much larger, so that its 8 to 10 points read like a window's text. */
    private static final double MAGNIFICATION = 1.4;

    private final ObjectProperty<Figure> figure = new SimpleObjectProperty<>(this, "figure");
    private final ImageView view = new ImageView();

    /** Shows nothing yet. */
    public FigureView() {
        getStyleClass().add("figure-view");
        getChildren().add(view);
        setMinSize(0, 0);
        figure.addListener(changed -> {
            setAccessibleText(figure.get() == null ? null : figure.get().caption());
            requestLayout();
        });
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<Figure> figureProperty() {
        return figure;
    }

    @Override
    protected double computePrefWidth(double height) {
        return figure.get() == null ? 0 : figure.get().preferredSize().width * MAGNIFICATION;
    }

    @Override
    protected double computePrefHeight(double width) {
        return figure.get() == null ? 0 : figure.get().preferredSize().height * MAGNIFICATION;
    }

    @Override
    protected void layoutChildren() {
        if (figure.get() == null || getWidth() < 1 || getHeight() < 1) {
            view.setImage(null);
            return;
        }
        double density = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        int width = (int) Math.ceil(getWidth() * density);
        int height = (int) Math.ceil(getHeight() * density);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setBackground(new Color(0, true));
        double scale = MAGNIFICATION * density;
        graphics.scale(scale, scale);
        figure.get().draw(graphics, width / scale, height / scale);
        graphics.dispose();
        view.setImage(SwingFXUtils.toFXImage(image, null));
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
    }
}
