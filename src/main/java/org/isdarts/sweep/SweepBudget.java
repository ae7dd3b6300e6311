package org.isdarts.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
public record SweepBudget(double seconds, int atOnce, Function<SweepPlan, SweepEstimate> estimate) {
    private static final double LEAST_SHARE = 0.1;

    /** Ends of epochs do not shorten with the training images. */
    private static final double RESERVE = 0.9;

    private static final int ROUND = 100;

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
            last = new Sized(size.plan(), estimate.apply(size.plan()), size.made());
            Optional<Sized> fitting = fits(last.estimate()) ? Optional.of(last) : withFewerImages(last);
            if (fitting.isPresent()) {
                return fitting.get();
            }
        }
        return withFewerSeeds(last);
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

    private Optional<Sized> withFewerImages(Sized large) {
        double share = RESERVE * seconds / large.estimate().seconds(atOnce);
        int images = large.estimate().runs().stream()
                .mapToInt(SweepEstimate.Estimated::images)
                .min()
                .orElseThrow();
        int fewer = ROUND * (int) Math.floor(share * images / ROUND);
        String key = DataSettings.TRAIN_IMAGES.key();
        boolean given =
                large.plan().axes().containsKey(key) || large.plan().settings().containsKey(key);
        return given || share < LEAST_SHARE || fewer == 0
                ? Optional.empty()
                : withImages(large, fewer).filter(size -> fits(size.estimate()));
    }

    private Optional<Sized> withImages(Sized large, int images) {
        try {
            SweepPlan plan = large.plan().with(DataSettings.TRAIN_IMAGES, String.valueOf(images));
            return Optional.of(new Sized(plan, estimate.apply(plan), and(large.made(), images + " training images")));
        } catch (ViolationException tooFew) {
            return Optional.empty();
        }
    }

    private Sized withFewerSeeds(Sized large) {
        List<String> seeds = large.plan().axes().getOrDefault(RunSettings.SEED.key(), List.of());
        for (int fewer = seeds.size() - 1; fewer > 0; fewer--) {
            SweepPlan plan = large.plan().with(RunSettings.SEED, String.join(",", seeds.subList(0, fewer)));
            SweepEstimate taken = estimate.apply(plan);
            if (fits(taken)) {
                return new Sized(plan, taken, and(large.made(), fewer + " of " + seeds.size() + " seeds"));
            }
        }
        throw new SweepException("even its smallest size takes longer than " + Durations.of(seconds)
                + "; give a larger budget, or fewer combinations");
    }

    private static String and(String made, String more) {
        return made.isEmpty() ? more : made + ", " + more;
    }
}
