package org.isdarts.strategy.isdarts;

import java.util.List;
import org.isdarts.data.ImageViews;
import org.isdarts.score.Score;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;

/** Settings of IS-DARTS: what is measured, and when the least important operations are discarded. */
public final class IsDartsSettings {
    /** The measurement that decides. */
    public static final Setting<Score> IMPORTANCE = Setting.of(
                    "importance", Kind.choice(IsDartsScores.ALL, Score::name), IsDartsScores.FISHER)
            .label("Importance")
            .help(
                    "The measurement that decides what is discarded: fisher (the authors' implementation) or iim (Eq. 11).")
            .source("authors' code")
            .build();

    /** Images it averages over. */
    public static final Setting<Integer> IMPORTANCE_IMAGES = Setting.of("importanceImages", Kind.countOrAll(), 200)
            .label("Importance images")
            .help("Training images that a measurement of importance averages over, a number or all.")
            .source("experiments")
            .build();

    /** How those images are seen. */
    public static final Setting<ImageViews> IMPORTANCE_VIEWS = Setting.of(
                    "importanceViews", Kind.choice(List.of(ImageViews.values()), ImageViews::label), ImageViews.PLAIN)
            .label("Importance views")
            .help(
                    "How the importance images are seen: plain (as the paper describes) or augmented (cropped and mirrored"
                            + " as in training, as in the authors' implementation).")
            .source("experiments")
            .build();

    /** Z in Eq. 19. */
    public static final Setting<Integer> SHRINK_STEPS = Setting.of(
                    "shrinkSteps", Kind.wholeNumber(1, Integer.MAX_VALUE), 4)
            .label("Shrink steps Z")
            .help("How many times operations are discarded.")
            .source("experiments")
            .build();

    /** Epochs from one shrink step to the next. */
    public static final Setting<Integer> SHRINK_INTERVAL = Setting.of(
                    "shrinkInterval", Kind.wholeNumber(1, Integer.MAX_VALUE), 2)
            .label("Shrink interval")
            .help("Epochs between two shrink steps, and after the last.")
            .source("experiments")
            .build();

    /** All of them. */
    public static final List<Setting<?>> ALL =
            List.of(IMPORTANCE, IMPORTANCE_IMAGES, IMPORTANCE_VIEWS, SHRINK_STEPS, SHRINK_INTERVAL);

    private IsDartsSettings() {}
}
