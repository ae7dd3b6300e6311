package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.RunFolder;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;
import org.isdarts.text.Durations;
import org.isdarts.text.Numbers;

/**
 * Shows a search in text as it goes on: a line for every epoch, what went and what is left after every shrink step. On a
 * terminal a last line is kept up to date within the epoch; elsewhere such a line is printed once a minute.
 */
final class Progress implements LocalRunner.Listener, AutoCloseable {
    private static final long PLAIN_INTERVAL = 60_000;
    private static final String SPACE = "  ";

    private final PrintWriter out;
    private final SearchSpace space;
    private final int epochs;
    private final int columns;
    private int liveLength;
    private String test = "";
    private long lastPlain;

    /**
     * @param epochs epochs of the whole search
     * @param columns characters of the terminal's line that can be kept up to date; 0 where there is none
     */
    Progress(PrintWriter out, SearchSpace space, int epochs, int columns) {
        this.out = out;
        this.space = space;
        this.epochs = epochs;
        this.columns = columns;
    }

    @Override
    public void opened(RunFolder run) {
        out.println("run folder " + run.path());
        out.flush();
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            show(started);
        } else if (event instanceof RunEvent.BatchProgress batch) {
            show(batch);
        } else if (event instanceof RunEvent.EpochFinished epoch) {
            show(epoch);
        } else if (event instanceof SearchEvent.OperationsDiscarded discarded) {
            show(discarded);
        } else if (event instanceof SearchEvent.MaskChanged changed) {
            show(changed);
        } else if (event instanceof RunEvent.Warning warning) {
            line("warning: " + warning.message());
        } else if (event instanceof RunEvent.Paused paused) {
            line("paused in epoch " + paused.epoch() + " after step " + paused.step());
        } else if (event instanceof RunEvent.Resumed resumed) {
            line("resumed in epoch " + resumed.epoch() + " after step " + resumed.step());
        } else if (event instanceof RunEvent.Finished finished) {
            line("finished in " + Durations.of(finished.seconds()));
        }
    }

    private void show(RunEvent.Started started) {
        line(String.format(
                Locale.ROOT,
                "%s, %,d training images, %,d test images, %,d parameters, %s",
                started.settings().get(SpaceSettings.SPACE).name(),
                started.trainImages(),
                started.testImages(),
                started.parameters(),
                started.device()));
    }

    private void show(RunEvent.BatchProgress batch) {
        List<String> parts = parts(batch);
        if (columns > 0) {
            live(parts);
        } else if (batch.time() - lastPlain >= PLAIN_INTERVAL) {
            line(String.join(SPACE, parts).strip());
        }
    }

    /** What there is to say within an epoch, what matters most first. */
    private List<String> parts(RunEvent.BatchProgress batch) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "epoch %d/%d  step %d/%d",
                        batch.epoch(),
                        epochs,
                        batch.step(),
                        batch.stepsPerEpoch()),
                "loss " + Numbers.of(batch.trainLoss()),
                "top-1 " + Numbers.percent(batch.trainTop1()),
                batch.hasEstimates() ? "ends in " + Durations.of(batch.searchSecondsLeft()) : "estimating the end",
                batch.hasEstimates() ? "epoch in " + Durations.of(batch.epochSecondsLeft()) : "",
                String.format(Locale.ROOT, "%.0f images/s", batch.imagesPerSecond()),
                test);
    }

    private void show(RunEvent.EpochFinished epoch) {
        String tested = "";
        if (epoch.test() != null) {
            test = "test top-1 " + Numbers.percent(epoch.test().top1());
            tested = "  test loss " + Numbers.of(epoch.test().loss()) + " top-1 "
                    + Numbers.percent(epoch.test().top1());
        }
        line(String.format(
                Locale.ROOT,
                "epoch %d/%d  loss %s  top-1 %s  top-5 %s%s  %.0f images/s  %s",
                epoch.epoch(),
                epochs,
                Numbers.of(epoch.train().loss()),
                Numbers.percent(epoch.train().top1()),
                Numbers.percent(epoch.train().top5()),
                tested,
                epoch.imagesPerSecond(),
                Durations.of(epoch.seconds())));
    }

    private void show(SearchEvent.OperationsDiscarded discarded) {
        line(discarded.count().map(count -> count + ", ").orElse("") + discarded.cellType() + " cell, discarded: "
                + MaskPicture.discards(space, discarded.discards()));
    }

    private void show(SearchEvent.MaskChanged changed) {
        if (changed.epoch() == 0) {
            return;
        }
        for (Map.Entry<CellType, Mask> mask : changed.masks().entrySet()) {
            line("left in the " + mask.getKey() + " cell:");
            MaskPicture.lines(space, mask.getValue()).forEach(this::line);
        }
    }

    /** Shows as many parts as fit on the line. */
    private void live(List<String> parts) {
        String text = parts.get(0);
        for (String part : parts.subList(1, parts.size())) {
            if (!part.isEmpty() && text.length() + SPACE.length() + part.length() < columns) {
                text += SPACE + part;
            }
        }
        out.print("\r" + text + " ".repeat(Math.max(0, liveLength - text.length())));
        out.flush();
        liveLength = text.length();
    }

    private void line(String text) {
        close();
        out.println(text);
        out.flush();
        lastPlain = System.currentTimeMillis();
    }

    /** Takes the line that is kept up to date away, so that something else can be printed. */
    @Override
    public void close() {
        if (liveLength > 0) {
            out.print("\r" + " ".repeat(liveLength) + "\r");
            out.flush();
            liveLength = 0;
        }
    }
}
