package org.isdarts.ui.curves;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.Accuracy;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.chart.Quantity;
import org.isdarts.figure.chart.Split;
import org.isdarts.figure.chart.TimeAxis;
import org.isdarts.text.Numbers;

/**
 * The values of curves at the epoch nearest to a place.
 *
 * @param x where that epoch lies along the axis
 * @param lines the values in words, not smoothed
 */
record CurveValues(double x, List<String> lines) {
    /**
     * The values of the runs that are not hidden.
     *
     * @param runs at least one with an epoch
     * @param at a coordinate along the look's axis
     */
    static CurveValues at(List<ChartedRun> runs, Set<Integer> hidden, CurvesOptions look, double at) {
        List<String> lines = new ArrayList<>();
        double x = at;
        for (int run = 0; run < runs.size(); run++) {
            History history = runs.get(run).history();
            if (hidden.contains(run) || history.epochs().isEmpty() || endsBefore(history, look, at)) {
                continue;
            }
            EpochFinished epoch = nearest(history, look.axis(), at);
            if (lines.isEmpty()) {
                x = look.axis().at(history, epoch.epoch());
                lines.add("epoch " + epoch.epoch());
            }
            List<String> values = new ArrayList<>(values(epoch, look));
            values.addAll(gauges(history, epoch.epoch()));
            if (runs.size() == 1) {
                lines.addAll(values);
            } else {
                lines.add(runs.get(run).name() + ": " + String.join("; ", values));
            }
        }
        return new CurveValues(x, lines.isEmpty() ? List.of("no epoch here yet") : lines);
    }

    private static boolean endsBefore(History history, CurvesOptions look, double at) {
        double last = look.axis().at(history, history.epoch());
        double before = look.axis().at(history, history.epoch() - 1);
        return at > last + (last - before) / 2;
    }

    private static EpochFinished nearest(History history, TimeAxis axis, double at) {
        EpochFinished nearest = history.epochs().get(0);
        for (EpochFinished epoch : history.epochs()) {
            if (Math.abs(axis.at(history, epoch.epoch()) - at) < Math.abs(axis.at(history, nearest.epoch()) - at)) {
                nearest = epoch;
            }
        }
        return nearest;
    }

    private static List<String> values(EpochFinished epoch, CurvesOptions look) {
        return Stream.of(Quantity.values())
                .filter(look.quantities()::contains)
                .map(quantity -> quantity.label() + " " + value(quantity, epoch, look))
                .toList();
    }

    /** What the strategy told last in an epoch. */
    private static List<String> gauges(History history, int epoch) {
        Map<String, Double> told = new HashMap<>();
        history.gauges().stream()
                .filter(gauged -> gauged.epoch() == epoch)
                .forEach(gauged -> told.putAll(gauged.values()));
        return history.method().gauges().stream()
                .filter(gauge -> told.containsKey(gauge.name()))
                .map(gauge -> gauge.title() + " " + Numbers.of(told.get(gauge.name())))
                .toList();
    }

    private static String value(Quantity quantity, EpochFinished epoch, CurvesOptions look) {
        return switch (quantity) {
            case ACCURACY -> splits(epoch, look, accuracy -> Numbers.percent(accuracy.top1()));
            case TOP5 -> splits(epoch, look, accuracy -> Numbers.percent(accuracy.top5()));
            case LOSS -> splits(epoch, look, accuracy -> Numbers.of(accuracy.loss()));
            case RATE -> Numbers.of(epoch.rate());
        };
    }

    private static String splits(EpochFinished epoch, CurvesOptions look, Function<Accuracy, String> words) {
        return Stream.of(Split.values())
                .filter(split -> look.splits().contains(split) && split.of(epoch) != null)
                .map(split -> split.label() + " " + words.apply(split.of(epoch)))
                .collect(Collectors.joining(", "));
    }
}
