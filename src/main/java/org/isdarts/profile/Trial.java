package org.isdarts.profile;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.isdarts.device.ProcessMemory;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * A short measurement of how fast this machine trains the supernet of a search: the full one and one as narrow as at the
 * search's end.
 *
 * @param device what computed, in words
 * @param fullSeconds time of a training step with every candidate
 * @param narrowSeconds time of a training step with one non-trivial candidate for each that is kept in the end
 * @param megabytes by how much the process grew, NaN where the system does not tell
 * @param freeMegabytes memory there was before, NaN where the system does not tell
 */
public record Trial(String device, double fullSeconds, double narrowSeconds, double megabytes, double freeMegabytes) {
    private static final int WARM_UP = 1;
    private static final int STEPS = 4;

    /** A trial of a slow machine ends after so long with what it has. */
    private static final double ENOUGH_SECONDS = 8;

    /**
     * Trains a few steps of both nets, on this thread.
     *
     * @param library loads the compute library the configuration names
     * @param classes classes of the images
     * @param height of the images
     * @param width of the images
     * @param cancelled the trial is given up as soon as this is true
     * @throws IllegalStateException if the compute library does not load
     * @throws java.util.concurrent.CancellationException if it was given up
     */
    public static Trial run(
            SearchConfig config,
            Supplier<Kernels> library,
            int classes,
            int height,
            int width,
            BooleanSupplier cancelled) {
        NetworkSize size = new NetworkSize(config.channels(), config.cells(), classes, height, width);
        SearchSpace space = config.searchSpace();
        double before = ProcessMemory.currentMegabytes();
        double free = ProcessMemory.freeMegabytes();
        double narrow;
        try (Kernels kernels = library.get()) {
            narrow = seconds(kernels, config, size, narrow(space), cancelled);
        }
        try (Kernels kernels = library.get()) {
            double full = seconds(kernels, config, size, Mask.full(space), cancelled);
            double grown = Math.max(0, ProcessMemory.currentMegabytes() - before);
            return new Trial(kernels.description(), full, Math.min(narrow, full), grown, free);
        }
    }

    private static double seconds(
            Kernels kernels, SearchConfig config, NetworkSize size, Mask mask, BooleanSupplier cancelled) {
        SearchSpace space = config.searchSpace();
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        space.cellTypes().forEach(type -> masks.put(type, mask));
        TrainingStep step = new TrainingStep(kernels, space, size, masks, config.batchSize());
        double[] seconds = new double[STEPS];
        double total = 0;
        int done = 0;
        for (int i = -WARM_UP; i < STEPS && (done == 0 || total < ENOUGH_SECONDS); i++) {
            if (cancelled.getAsBoolean()) {
                throw new java.util.concurrent.CancellationException("the trial was canceled");
            }
            double taken = step.seconds();
            total += taken;
            if (i >= 0) {
                seconds[done++] = taken;
            }
        }
        double[] measured = Arrays.copyOf(seconds, done);
        Arrays.sort(measured);
        return measured[measured.length / 2];
    }

    /** One operation from the middle of the list, neither nothing nor the identity, for each that stays in the end. */
    private static Mask narrow(SearchSpace space) {
        boolean[][] kept = new boolean[space.edges().size()][space.operations().size()];
        for (var subset : space.subsets()) {
            subset.stream()
                    .filter(candidate ->
                            candidate.operation() == space.operations().size() / 2)
                    .limit(space.kept())
                    .forEach((Candidate candidate) -> kept[candidate.edge()][candidate.operation()] = true);
        }
        return Mask.of(kept);
    }
}
