package org.isdarts.ui.panel;

import javafx.util.StringConverter;
import org.isdarts.data.Datasets;

/** Images as they are named in a text field: by their path, and the drawn ones by what they are called everywhere in the window. */
public final class ImagesName extends StringConverter<String> {
    /** What the drawn images are called. */
    public static final String DRAWN = "Drawn images";

    /** What to type, where nothing is. */
    public static final String PROMPT = "a folder or an archive, or: " + DRAWN;

    @Override
    public String toString(String data) {
        return Datasets.SYNTHETIC.equals(data) ? DRAWN : data;
    }

    @Override
    public String fromString(String text) {
        return text != null && text.strip().equalsIgnoreCase(DRAWN) ? Datasets.SYNTHETIC : text;
    }
}
