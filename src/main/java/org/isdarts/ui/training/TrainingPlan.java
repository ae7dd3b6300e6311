package org.isdarts.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import org.isdarts.data.DataSettings;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.evaluation.Protocol;
import org.isdarts.run.FoundBy;
import org.isdarts.run.RunFolder;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.settings.Violation;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.Genotype;
import org.isdarts.ui.panel.SettingTexts;

/** What the user typed for the training of a genotype, right or wrong. */
final class TrainingPlan {
    private static final List<Setting<?>> OF_PROTOCOL = Stream.of(
                    EvaluationSettings.IMAGES, EvaluationSettings.SIZE, EvaluationSettings.TRAINING)
            .<Setting<?>>flatMap(group -> group.settings().stream())
            .filter(setting -> setting != DataSettings.DATA)
            .toList();

    private final Genotype genotype;
    private final Optional<RunFolder> run;
    private final Settings first;
    private final SettingTexts texts = new SettingTexts(EvaluationSettings.CHOSEN);

    /**
     * The plan of the first protocol.
     *
     * @param run that the genotype comes from, whose images are used; empty for a genotype from elsewhere
     */
    TrainingPlan(Genotype genotype, Optional<RunFolder> run) {
        this.genotype = genotype;
        this.run = run;
        first = settings(EvaluationSettings.PROTOCOL.initial());
        texts.show(first, EvaluationSettings.CHOSEN);
        text(EvaluationSettings.PROTOCOL).addListener(changed -> useProtocol());
    }

    private void useProtocol() {
        texts.show(settings(protocol()), OF_PROTOCOL);
    }

    private Settings settings(Protocol protocol) {
        Settings chosen = protocol.settings(genotype);
        return run.map(from -> FoundBy.in(from, chosen)).orElse(chosen);
    }

    Protocol protocol() {
        return EvaluationSettings.PROTOCOL.parse(
                text(EvaluationSettings.PROTOCOL).get());
    }

    Genotype genotype() {
        return genotype;
    }

    StringProperty text(Setting<?> setting) {
        return texts.of(setting);
    }

    void onChange(InvalidationListener listener) {
        texts.onChange(listener);
    }

    /** What keeps the training from beginning; empty where nothing does. */
    Optional<Violation> violation() {
        try {
            config();
            return Optional.empty();
        } catch (ViolationException wrong) {
            return Optional.of(wrong.violation());
        }
    }

    /**
     * The settings as typed.
     *
     * @throws ViolationException if one cannot be used
     */
    EvaluationConfig config() {
        return new EvaluationConfig(texts.over(first));
    }
}
