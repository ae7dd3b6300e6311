package org.isdarts.found;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.isdarts.data.Fit;
import org.isdarts.data.ImageSize;
import org.isdarts.data.ImageSizing;
import org.isdarts.data.Normalization;
import org.isdarts.data.Picture;

/**
 * What images a network was trained on: enough to give it any other image, and to name what it says.
 *
 * @param size of all images
 * @param fit what is done to images of other proportions
 * @param normalization what is done to their values 0..255
 * @param classes names of the classes, in the order of the logits
 */
public record ImageInput(ImageSize size, Fit fit, Normalization normalization, List<String> classes) {
    private static final String SIZE = "isdarts.size";
    private static final String FIT = "isdarts.fit";
    private static final String MEAN = "isdarts.mean";
    private static final String DEVIATION = "isdarts.deviation";
    private static final String CLASSES = "isdarts.classes";

    public ImageInput {
        classes = List.copyOf(classes);
    }

    /** An image as the network takes it, planar {@code [3,H,W]}. */
    public float[] prepared(Picture picture) {
        Picture sized = new ImageSizing(size, fit).prepare(picture);
        float[] values = new float[sized.values().length];
        normalization.apply(sized.values(), size.height(), size.width(), values, 0);
        return values;
    }

    /** The same as texts by name, to be put into files of other tools. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(SIZE, size.toString());
        properties.put(FIT, fit.label());
        properties.put(MEAN, text(normalization.mean()));
        properties.put(DEVIATION, text(normalization.deviation()));
        properties.put(CLASSES, String.join("\n", classes));
        return properties;
    }

    /**
     * Reads {@link #properties}.
     *
     * @throws IllegalArgumentException if one is missing or cannot be read
     */
    public static ImageInput of(Map<String, String> properties) {
        return new ImageInput(
                ImageSize.parse(property(properties, SIZE)),
                fit(property(properties, FIT)),
                new Normalization(numbers(property(properties, MEAN)), numbers(property(properties, DEVIATION))),
                List.of(property(properties, CLASSES).split("\n")));
    }

    private static String property(Map<String, String> properties, String name) {
        String text = properties.get(name);
        if (text == null) {
            throw new IllegalArgumentException("the property " + name + " is missing");
        }
        return text;
    }

    private static Fit fit(String label) {
        return Arrays.stream(Fit.values())
                .filter(fit -> fit.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + label + "' is no way to fit images"));
    }

    private static String text(float[] values) {
        StringBuilder text = new StringBuilder();
        for (float value : values) {
            text.append(text.isEmpty() ? "" : " ").append(value);
        }
        return text.toString();
    }

    private static float[] numbers(String text) {
        List<Float> numbers = Arrays.stream(text.split(" ")).map(Float::valueOf).collect(Collectors.toList());
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i);
        }
        return values;
    }
}
