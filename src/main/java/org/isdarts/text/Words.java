package org.isdarts.text;

import java.util.Locale;

/** Words as they stand at the beginning of a sentence or a heading. */
public final class Words {
    private Words() {}

    /** Words with a capital first letter. */
    public static String capitalized(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
