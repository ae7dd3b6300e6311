package org.isdarts.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.data.DataSettings;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.network.NetworkSettings;
import org.isdarts.run.RunNames;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;

/**
 * What a network is trained by: all that its accuracy depends on but the network itself, the seed, and what computes.
 * Accuracies by different terms never belong into one column.
 *
 * @param data {@code synthetic} or the path of the images
 * @param words protocol, size, images, and every setting that is not the protocol's
 */
public record TrainingTerms(String data, String words) {
    /** These have words of their own. */
    private static final List<Setting<?>> NAMED =
            List.of(RunSettings.EPOCHS, NetworkSettings.CHANNELS, NetworkSettings.CELLS, DataSettings.TRAIN_IMAGES);

    private static final List<Setting<?>> COUNTED = Stream.of(
                    EvaluationSettings.IMAGES, EvaluationSettings.SIZE, EvaluationSettings.TRAINING)
            .<Setting<?>>flatMap(group -> group.settings().stream())
            .filter(setting -> setting != DataSettings.DATA && !NAMED.contains(setting))
            .toList();

    /** The terms of an evaluation. */
    public static TrainingTerms of(TrainingConfig evaluation) {
        String size = evaluation.presetName() + ": " + evaluation.epochs() + " epochs, C=" + evaluation.channels()
                + ", N=" + evaluation.cells() + ", " + images(evaluation);
        String others = COUNTED.stream()
                .filter(setting -> !text(evaluation, setting).equals(usual(evaluation, setting)))
                .map(setting -> ", " + setting.label() + " " + text(evaluation, setting))
                .collect(Collectors.joining());
        return new TrainingTerms(evaluation.data(), size + others);
    }

    private static String images(TrainingConfig evaluation) {
        int count = evaluation.trainImages();
        return (count == 0 ? "all" : String.format(Locale.ROOT, "%,d", count)) + " images of "
                + RunNames.ofImages(evaluation.data());
    }

    private static String text(TrainingConfig evaluation, Setting<?> setting) {
        return evaluation.settings().text(setting);
    }

    private static String usual(TrainingConfig evaluation, Setting<?> setting) {
        return evaluation.presetSettings().text(setting);
    }
}
