package org.isdarts.ui;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.isdarts.event.History;
import org.isdarts.ui.model.WorkbenchModel;

/**
 * Tells news of the open run in the window and, while the user works in another one, on the desktop. What happened before
 * the run was opened is not told on the desktop, and not at all where it was good.
 */
final class NewsDesk {
    private static final Duration LOOK_AGAIN = Duration.seconds(5);

    private final Stage stage;
    private final WorkbenchModel model;
    private final Notices notices;
    private long opened;
    private long stalledSince;

    NewsDesk(Stage stage, WorkbenchModel model, Notices notices) {
        this.stage = stage;
        this.model = model;
        this.notices = notices;
        model.run().addListener(observable -> {
            notices.clear();
            opened = System.currentTimeMillis();
        });
        model.history().addListener((observable, before, now) -> News.between(before, now)
                .forEach(this::tell));
        Timeline looking = new Timeline(new KeyFrame(LOOK_AGAIN, event -> lookForStall()));
        looking.setCycleCount(Animation.INDEFINITE);
        looking.play();
        stage.setOnHidden(hidden -> looking.stop());
    }

    private void lookForStall() {
        if (model.run().get() == null || !model.run().get().isAlive()) {
            return;
        }
        History history = model.history().get();
        List<News> stall = News.ofStall(history, opened, System.currentTimeMillis());
        stall.stream().filter(news -> news.time() != stalledSince).forEach(news -> {
            stalledSince = news.time();
            tell(news);
        });
    }

    private void tell(News news) {
        boolean fresh = news.time() >= opened;
        if (fresh || news.kind() != News.Kind.GOOD) {
            notices.show(news);
        }
        if (fresh && !stage.isFocused()) {
            DesktopNotice.show(stage, model.run().get().name(), news);
        }
    }
}
