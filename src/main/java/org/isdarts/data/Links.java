package org.isdarts.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The links of an archive from one of its files to another. */
final class Links {
    private static final int LONGEST_CHAIN = 40;

    private final Map<String, String> targets = new HashMap<>();

    /** A link whose target is named from the root of the archive. */
    void addHard(String name, String target) {
        targets.put(normal(name), normal(target));
    }

    /** A link whose target is named from the folder it lies in. */
    void addSymbolic(String name, String target) {
        targets.put(normal(name), normal(name + "/../" + target));
    }

    /** The file a name stands for in the end, which need not exist. */
    String target(String name) {
        String at = normal(name);
        for (int i = 0; i < LONGEST_CHAIN && targets.containsKey(at); i++) {
            at = targets.get(at);
        }
        return at;
    }

    /** A path without {@code .}, {@code ..} and empty names. */
    static String normal(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }
}
