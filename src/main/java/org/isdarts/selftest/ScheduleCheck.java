package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.isdarts.npy.NpyArray;
import org.isdarts.strategy.dartsminus.AuxiliarySkip;
import org.isdarts.strategy.pcdarts.ChannelShuffle;
import org.isdarts.strategy.snas.Temperature;

/** What changes with the epoch alone, and the channel shuffle. */
final class ScheduleCheck {
    private static final double TOLERANCE = 1e-12;
    private static final String GROUPS = "groups_";

    private final StrategyReference reference;

    ScheduleCheck(StrategyReference reference) {
        this.reference = reference;
    }

    List<Check> run() {
        Errors schedules = new Errors();
        schedule(schedules, "darts_minus_beta/linear", epochs -> epoch -> AuxiliarySkip.LINEAR.beta(epoch, epochs));
        schedule(schedules, "darts_minus_beta/cosine", epochs -> epoch -> AuxiliarySkip.COSINE.beta(epoch, epochs));
        schedule(schedules, "snas_temperature", epochs -> new Temperature(1, 0.03, epochs)::at);
        Errors shuffles = new Errors();
        reference.under("shuffle").stream()
                .filter(entry -> entry.startsWith(GROUPS))
                .forEach(entry -> shuffle(shuffles, entry));
        List<Check> checks = new ArrayList<>();
        if (!schedules.isEmpty()) {
            checks.add(schedules.check("schedules of DARTS- and SNAS"));
        }
        if (!shuffles.isEmpty()) {
            checks.add(shuffles.check("PC-DARTS: channel shuffle"));
        }
        return checks;
    }

    /** A number for every epoch, from 1, given how many there are. */
    private interface Schedule {
        IntToDoubleFunction over(int epochs);
    }

    private void schedule(Errors errors, String entry, Schedule schedule) {
        if (reference.has("schedule/" + entry)) {
            double[] expected = reference.numbers("schedule/" + entry);
            double[] ours = IntStream.rangeClosed(1, expected.length)
                    .mapToDouble(schedule.over(expected.length))
                    .toArray();
            errors.addArray(entry, ours, expected, TOLERANCE);
        }
    }

    private void shuffle(Errors errors, String entry) {
        NpyArray input = reference.array("shuffle/input");
        int images = input.shape()[0];
        int channels = input.shape()[1];
        int plane = input.values().length / images / channels;
        int[] sources = ChannelShuffle.sources(channels, Integer.parseInt(entry.substring(GROUPS.length())));
        double[] shuffled = IntStream.range(0, input.values().length)
                .mapToDouble(i -> {
                    int image = i / plane / channels;
                    int source = sources[i / plane % channels];
                    return input.values()[(image * channels + source) * plane + i % plane];
                })
                .toArray();
        errors.addArray(entry, shuffled, reference.numbers("shuffle/" + entry), 0);
    }
}
