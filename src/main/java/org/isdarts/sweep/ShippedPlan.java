package org.isdarts.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan that comes with the program.
 *
 * @param name what it is called
 * @param lists lists of values by the key of their setting, which others may replace
 */
public record ShippedPlan(String name, List<Map.Entry<String, String>> lists) {
    /** The first table of the paper: every strategy in NAS-Bench-201, four seeds, what it finds looked up in the benchmark's table. */
    public static final ShippedPlan TABLE_1 = new ShippedPlan(
            "table-1",
            List.of(
                    Map.entry("space", "nas-bench-201"),
                    Map.entry("preset", "paper"),
                    Map.entry("strategy", Axis.ALL),
                    Map.entry("seed", "0..3")));

    private static final List<ShippedPlan> ALL = List.of(TABLE_1);

    public ShippedPlan {
        lists = List.copyOf(lists);
    }

    /**
     * The plan of that name.
     *
     * @throws SweepException if there is none
     */
    public static ShippedPlan named(String name) {
        return ALL.stream()
                .filter(plan -> plan.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new SweepException("no plan is called '" + name + "'; give one of "
                        + ALL.stream().map(ShippedPlan::name).collect(Collectors.joining(", "))
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
