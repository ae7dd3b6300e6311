package org.isdarts.profile;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.space.SearchSpace;

/**
 * How far the primitives of a training step are from what this machine could do at best (Williams, Waterman and
 * Patterson, 2009): none can take less time than its arithmetic at the highest rate, nor less than its images need to
 * come from memory and go back once. Images that stay in a cache from one primitive to the next may beat the latter.
 *
 * @param ceilings the highest rates, measured here
 * @param rows the primitives, what takes longest first
 * @param stepSeconds median time of a whole step in seconds
 */
public record Roofline(Ceilings ceilings, List<Row> rows, double stepSeconds) {
    /**
     * One kind of primitive; times are seconds of one step.
     *
     * @param primitive its kind
     * @param calls how often it runs in a step
     * @param arithmetic time its arithmetic alone would need
     * @param memory time its images alone would need to come and go
     * @param floor time it needs at least: the longer of both
     * @param measured time it took
     */
    public record Row(
            String primitive, double calls, double arithmetic, double memory, double floor, double measured) {}

    /** All primitives together, each at its own floor. */
    public Row total() {
        double calls = 0;
        double arithmetic = 0;
        double memory = 0;
        double measured = 0;
        double floor = 0;
        for (Row row : rows) {
            calls += row.calls;
            arithmetic += row.arithmetic;
            memory += row.memory;
            measured += row.measured;
            floor += row.floor;
        }
        return new Row("all", calls, arithmetic, memory, floor, measured);
    }

    /** Measures the ceilings and the full supernet's step. */
    public static Roofline measure(Kernels kernels, SearchSpace space, NetworkSize size, int batchSize) {
        Ceilings ceilings = Ceilings.measure(kernels);
        StepBenchmark.Steps steps = StepBenchmark.time(kernels, space, size, batchSize);
        List<Row> rows = new ArrayList<>();
        steps.spent().forEach((kind, spent) -> rows.add(row(kind, spent, steps.count(), ceilings)));
        rows.sort((one, other) -> Double.compare(other.measured(), one.measured()));
        return new Roofline(ceilings, List.copyOf(rows), steps.median());
    }

    private static Row row(String kind, TimedKernels.Spent spent, double steps, Ceilings ceilings) {
        double arithmetic = spent.operations() / steps / ceilings.operations();
        double memory = spent.imageNumbers() / steps / ceilings.numbers();
        return new Row(
                kind,
                spent.calls() / steps,
                arithmetic,
                memory,
                Math.max(arithmetic, memory),
                spent.nanoseconds() / 1e9 / steps);
    }
}
