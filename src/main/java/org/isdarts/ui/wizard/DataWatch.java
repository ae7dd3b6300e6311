package org.isdarts.ui.wizard;

import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.util.Duration;
import org.isdarts.data.ImageSizing;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.ui.bridge.Background;

/** Looks at the data a plan names, a moment after it was changed. */
final class DataWatch {
    private final SearchPlan plan;
    private final PauseTransition quiet = new PauseTransition(Duration.millis(300));
    private Background looking;

    DataWatch(SearchPlan plan) {
        this.plan = plan;
        quiet.setOnFinished(event -> look());
        for (Observable choice : new Observable[] {
            plan.images().source(), plan.images().cifar10(), plan.images().own()
        }) {
            choice.addListener(changed -> quiet.playFromStart());
        }
        for (Setting<?> setting : SearchSettings.IMAGES.settings()) {
            plan.text(setting).addListener(changed -> quiet.playFromStart());
        }
        look();
    }

    private void look() {
        stop();
        String data = plan.images().data();
        if (data.isEmpty() || plan.images().checked(plan.imageSizing()).isPresent()) {
            return;
        }
        long seed = plan.seedOrZero();
        ImageSizing sizing = plan.imageSizing();
        looking = Background.start(
                "data-check",
                cancelled -> DataCheck.of(data, sizing, seed),
                check -> plan.images().check().set(check),
                failure -> plan.images()
                        .check()
                        .set(new DataCheck(
                                data,
                                sizing,
                                null,
                                "The images cannot be read (" + failure + "); choose fewer or smaller ones")));
    }

    void stop() {
        quiet.stop();
        if (looking != null) {
            looking.cancel();
        }
    }
}
