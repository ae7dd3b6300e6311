package org.isdarts.strategy.isdarts;

import java.util.List;
import java.util.Map;
import org.isdarts.data.ImageViews;
import org.isdarts.score.Score;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.strategy.PublishedSettings;

/** Settings of IS-DARTS: what is measured, and when the least important operations are discarded. */
public final class IsDartsSettings {
    /** The measurement that decides. */
    public static final Setting<Score> IMPORTANCE = Setting.of(
                    "importance", Kind.choice(IsDartsScores.ALL, Score::name), IsDartsScores.FISHER)
            .label("Importance")
            .help(
                    "The measurement that decides what is discarded: fisher (the authors' implementation) or iim (Eq. 11).")
            .build();

    /** Images it averages over. */
    public static final Setting<Integer> IMPORTANCE_IMAGES = Setting.of("importanceImages", Kind.countOrAll(), 200)
            .label("Importance images")
            .help("Training images that a measurement of importance averages over, a number or all.")
            .build();

    /** How those images are seen. */
    public static final Setting<ImageViews> IMPORTANCE_VIEWS = Setting.of(
                    "importanceViews", Kind.choice(List.of(ImageViews.values()), ImageViews::label), ImageViews.PLAIN)
            .label("Importance views")
            .help(
                    "How the importance images are seen: plain (as the paper describes) or augmented (cropped and mirrored"
                            + " as in training, as in the authors' implementation).")
            .build();

    /** Z in Eq. 19. */
    public static final Setting<Integer> SHRINK_STEPS = Setting.of(
                    "shrinkSteps", Kind.wholeNumber(1, Integer.MAX_VALUE), 4)
            .label("Shrink steps Z")
            .help("How many times operations are discarded.")
            .build();

    /** Epochs from one shrink step to the next. */
    public static final Setting<Integer> SHRINK_INTERVAL = Setting.of(
                    "shrinkInterval", Kind.wholeNumber(1, Integer.MAX_VALUE), 2)
            .label("Shrink interval")
            .help("Epochs between two shrink steps, and after the last.")
            .build();

    /** All of them. */
    public static final List<Setting<?>> ALL =
            List.of(IMPORTANCE, IMPORTANCE_IMAGES, IMPORTANCE_VIEWS, SHRINK_STEPS, SHRINK_INTERVAL);

    /** The paper's searches. */
    static final PublishedSettings PUBLISHED = PublishedSettings.OF_DARTS
            .with(Map.of(
                    "momentumKind",
                    "nesterov",
                    "testImages",
                    "10000",
                    IMPORTANCE.key(),
                    "fisher",
                    IMPORTANCE_VIEWS.key(),
                    "plain",
                    "channels",
                    "16"))
            .in(
                    "nas-bench-201",
                    "HY-HE/IS-DARTS",
                    Map.of(
                            "epochs",
                            "30",
                            "cells",
                            "5",
                            IMPORTANCE_IMAGES.key(),
                            "200",
                            SHRINK_STEPS.key(),
                            "4",
                            SHRINK_INTERVAL.key(),
                            "2"))
            .in(
                    "darts",
                    "HY-HE/IS-DARTS",
                    Map.of(
                            "cells",
                            "2",
                            IMPORTANCE_IMAGES.key(),
                            "600",
                            SHRINK_STEPS.key(),
                            "7",
                            SHRINK_INTERVAL.key(),
                            "3"));

    /** What presets have otherwise, by their names: values by the keys of the settings. */
    static final Map<String, Map<String, String>> PRESETS = Map.of(
            "tiny", Map.of(IMPORTANCE_IMAGES.key(), "32", SHRINK_STEPS.key(), "4", SHRINK_INTERVAL.key(), "1"),
            "quick", Map.of(IMPORTANCE_IMAGES.key(), "200"),
            "reference",
                    Map.of(IMPORTANCE_IMAGES.key(), "all", IMPORTANCE_VIEWS.key(), "augmented", "imageOrder", "file"));

    private IsDartsSettings() {}
}
