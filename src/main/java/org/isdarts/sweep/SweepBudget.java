package org.isdarts.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isdarts.data.DataSettings;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.ViolationException;
import org.isdarts.text.Durations;

/**
 * Sizes a plan so that it takes no longer than a time: with fewer training images, down to a tenth; where that is not enough, by
 * the next smaller preset; and where the smallest takes too long, with fewer seeds.
 *
 * @param seconds the time
 * @param atOnce runs at the same time
 * @param estimate what a plan takes
 */
public record SweepBudget(double seconds, int atOnce, Estimating estimate) {
    private static final double LEAST_SHARE = 0.1;

    private static final int ROUND = 100;

    /** Finds out what plans take. */
    @FunctionalInterface
    public interface Estimating {
        /**
         * What a plan takes.
         *
         * @param most seconds of its runs, one after another, past which it need not be known well
         */
        SweepEstimate of(SweepPlan plan, double most);
    }

    /**
     * A plan that fits, and what it takes.
     *
     * @param made what was made smaller, in words; empty where the plan fits as it is
     */
    public record Sized(SweepPlan plan, SweepEstimate estimate, String made) {}

    /**
     * The largest of a plan's sizes that fits.
     *
     * @throws SweepException if none does
     */
    public Sized sized(SweepPlan plan) {
        Sized last = null;
        for (Sized size : sizes(plan)) {
            double most = hasImages(size.plan()) ? seconds : seconds / LEAST_SHARE;
            last = sized(size.plan(), most, size.made());
            Optional<Sized> fitting = fits(last.estimate()) ? Optional.of(last) : withFewerImages(last);
            if (fitting.isPresent()) {
                return fitting.get();
            }
        }
        return withFewerSeeds(last);
    }

    /** A plan with what it takes, known well where that may be within a time. */
    private Sized sized(SweepPlan plan, double most, String made) {
        return new Sized(plan, estimate.of(plan, atOnce * most), made);
    }

    /** Whether the plan itself says how many images there are. */
    private static boolean hasImages(SweepPlan plan) {
        String key = DataSettings.TRAIN_IMAGES.key();
        return plan.axes().containsKey(key) || plan.settings().containsKey(key);
    }

    /** The plan as it is, and with smaller presets; nothing is known yet of what they take. */
    private static List<Sized> sizes(SweepPlan plan) {
        List<Sized> sizes = new ArrayList<>(List.of(new Sized(plan, null, "")));
        if (!plan.axes().containsKey(SearchSettings.PRESET.key())) {
            Preset own = SearchSettings.PRESET.parse(plan.settings()
                    .getOrDefault(
                            SearchSettings.PRESET.key(),
                            SearchSettings.PRESET.initial().label()));
            Stream.of(Preset.QUICK, Preset.TINY)
                    .filter(preset -> preset.compareTo(own) < 0)
                    .forEach(preset -> sizes.add(new Sized(
                            plan.with(SearchSettings.PRESET, preset.label()), null, "preset " + preset.label())));
        }
        return sizes;
    }

    private boolean fits(SweepEstimate taken) {
        return taken.seconds(atOnce) <= seconds;
    }

    /** With the most images that fit; empty where none do, or the plan itself says how many there are. */
    private Optional<Sized> withFewerImages(Sized large) {
        if (hasImages(large.plan())) {
            return Optional.empty();
        }
        int all = large.estimate().runs().stream()
                .mapToInt(SweepEstimate.Estimated::images)
                .min()
                .orElseThrow();
        Optional<Sized> best = Optional.empty();
        int tooFew = (int) Math.ceil(LEAST_SHARE * all / ROUND) - 1;
        int tooMany = (all - 1) / ROUND + 1;
        while (tooMany - tooFew > 1) {
            int middle = (tooFew + tooMany) / 2;
            try {
                Sized size = withImages(large, ROUND * middle);
                if (fits(size.estimate())) {
                    best = Optional.of(size);
                    tooFew = middle;
                } else {
                    tooMany = middle;
                }
            } catch (ViolationException searchNeedsMore) {
                tooFew = middle;
            }
        }
        return best;
    }

    private Sized withImages(Sized large, int images) {
        SweepPlan plan = large.plan().with(DataSettings.TRAIN_IMAGES, String.valueOf(images));
        return sized(plan, seconds, and(large.made(), images + " training images"));
    }

    private Sized withFewerSeeds(Sized large) {
        List<String> seeds = large.plan().axes().getOrDefault(RunSettings.SEED.key(), List.of());
        for (int fewer = seeds.size() - 1; fewer > 0; fewer--) {
            SweepPlan plan = large.plan().with(RunSettings.SEED, String.join(",", seeds.subList(0, fewer)));
            Sized size = sized(plan, seconds, and(large.made(), fewer + " of " + seeds.size() + " seeds"));
            if (fits(size.estimate())) {
                return size;
            }
        }
        throw new SweepException("even its smallest size takes longer than " + Durations.of(seconds)
                + "; give a larger budget, or fewer combinations");
    }

    private static String and(String made, String more) {
        return made.isEmpty() ? more : made + ", " + more;
    }
}
