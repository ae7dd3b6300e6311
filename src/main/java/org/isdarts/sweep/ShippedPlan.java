package org.isdarts.sweep;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plans that come with the program: lists of settings by key, which others may replace. */
public enum ShippedPlan {
    /** The first table of the paper: every strategy in NAS-Bench-201, four seeds, what it finds looked up in the benchmark's table. */
    TABLE_1(
            "table-1",
            List.of(
                    Map.entry("space", "nas-bench-201"),
                    Map.entry("preset", "paper"),
                    Map.entry("strategy", Axis.ALL),
                    Map.entry("seed", "0..3")));

    private final String label;
    private final List<Map.Entry<String, String>> lists;

    ShippedPlan(String label, List<Map.Entry<String, String>> lists) {
        this.label = label;
        this.lists = lists;
    }

    /**
     * The plan of that name.
     *
     * @throws SweepException if there is none
     */
    public static ShippedPlan named(String name) {
        return Arrays.stream(values())
                .filter(plan -> plan.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new SweepException("no plan is called '" + name + "'; give one of "
                        + Arrays.stream(values()).map(plan -> plan.label).collect(Collectors.joining(", "))
                        + ", or a file"));
    }

    /**
     * The plan with these lists in place of its own.
     *
     * @param others lists of values by the key of their setting
     * @param then what follows a search, as a plan has it
     */
    public SweepPlan with(Map<String, String> others, Map<String, String> then) {
        Map<String, String> all = new LinkedHashMap<>();
        lists.forEach(list -> all.put(list.getKey(), list.getValue()));
        all.putAll(others);
        return SweepPlan.of(all, then);
    }
}
