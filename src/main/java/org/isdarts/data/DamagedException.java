package org.isdarts.data;

import java.util.List;
import java.util.stream.Collectors;

/** Image files of the user cannot be used. */
final class DamagedException extends DataException {
    private static final int NAMED = 5;

    private final String file;

    /**
     * One file.
     *
     * @param problem what is wrong with it, to be read after its name
     */
    DamagedException(String file, String problem, Throwable cause) {
        super(file + " " + problem + "; replace or remove it", cause);
        this.file = file;
    }

    /** All of them in one message: the first with what is wrong, the next by name, the others by number. */
    static DataException together(List<DamagedException> all) {
        DamagedException first = all.get(0);
        if (all.size() == 1) {
            return first;
        }
        String others =
                all.stream().skip(1).limit(NAMED - 1).map(one -> one.file).collect(Collectors.joining(", "));
        String more = all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "";
        return new DataException(
                all.size() + " images cannot be used: " + first.getMessage() + "; the others are " + others + more,
                first);
    }
}
