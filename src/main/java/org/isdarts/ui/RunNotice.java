package org.isdarts.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.Accuracy;
import org.isdarts.event.RunEvent.Failed;
import org.isdarts.event.RunEvent.Finished;
import org.isdarts.event.RunEvent.Warning;
import org.isdarts.event.SearchState;
import org.isdarts.log.ProgramLog;
import org.isdarts.run.RunKinds;
import org.isdarts.search.RunKind;
import org.isdarts.text.Durations;
import org.isdarts.text.Numbers;
import org.isdarts.ui.model.RunSource;

/**
 * Something of a search that the user should hear of.
 *
 * @param kind how it is to be taken
 * @param words one or two sentences
 * @param detail everything known, for a report; empty if the words are all
 * @param time when it happened, milliseconds since 1970-01-01 UTC
 */
record RunNotice(Kind kind, String words, String detail, long time) {
    /** Fewer seconds without a batch are never worth a word. */
    private static final double PATIENCE_SECONDS = 60;

    private static final double PATIENCE_STEPS = 30;

    /** How serious a notice is. */
    enum Kind {
        GOOD,
        WARNING,
        FAILURE
    }

    /** Something good that happened just now. */
    static RunNotice good(String words) {
        return new RunNotice(Kind.GOOD, words, "", System.currentTimeMillis());
    }

    /** An uncaught exception. */
    static RunNotice fault(Throwable fault) {
        return new RunNotice(
                Kind.FAILURE, "Something went wrong: " + fault, ProgramLog.details(fault), System.currentTimeMillis());
    }

    /** That a run is damaged, and whether it can be resumed. */
    static RunNotice damage(String why, RunSource run) {
        String help = run.whyNotResumed().isPresent()
                ? "The readable part is shown. Take events.jsonl from a copy of the run, or begin a new search with its"
                        + " settings."
                : "The readable part is shown and reaches a checkpoint: Resume continues from there and keeps the damaged log"
                        + " under another name.";
        return new RunNotice(Kind.FAILURE, "This run is damaged: " + why + ". " + help, "", System.currentTimeMillis());
    }

    /** The same, saying which run it is of. */
    RunNotice of(String run) {
        return new RunNotice(kind, run + ": " + words, detail, time);
    }

    /** The notice that the later of two histories adds to the earlier. */
    static List<RunNotice> between(History before, History now) {
        List<RunNotice> news = new ArrayList<>();
        List<Warning> warnings = now.warnings();
        warnings.stream()
                .skip(before.warnings().size())
                .forEach(warning -> news.add(new RunNotice(Kind.WARNING, warning.message(), "", warning.time())));
        if (now.end() != before.end()) {
            Stream.ofNullable(now.end())
                    .filter(Failed.class::isInstance)
                    .map(Failed.class::cast)
                    .forEach(failed -> news.add(new RunNotice(
                            Kind.FAILURE, "The search failed: " + failed.message(), failed.detail(), failed.time())));
            Stream.ofNullable(now.end())
                    .filter(Finished.class::isInstance)
                    .map(Finished.class::cast)
                    .forEach(finished -> news.add(new RunNotice(Kind.GOOD, words(now, finished), "", finished.time())));
        }
        return news;
    }

    private static String words(History history, Finished finished) {
        RunKind kind = RunKinds.of(history.start().settings());
        String end = "The " + kind.name() + " is finished after " + Durations.of(finished.seconds()) + ".";
        if (kind.narrows()) {
            return end + " It found " + finished.genotype();
        }
        Accuracy test = history.epochs().get(history.epochs().size() - 1).test();
        return test == null ? end : end + " Test accuracy: " + Numbers.percent(test.top1());
    }

    /**
     * Word that a search which is alive does not get on; none while it does, or where it rests or measures.
     *
     * @param since from when on a batch is waited for, milliseconds since 1970-01-01 UTC
     * @param now likewise
     */
    static List<RunNotice> ofStall(History history, long since, long now) {
        if (history.progress() == null || history.state() != SearchState.TRAINING) {
            return List.of();
        }
        double step = (double) history.start().trainImages()
                / history.progress().stepsPerEpoch()
                / history.progress().imagesPerSecond();
        double silent = (now - Math.max(since, history.progress().time())) / 1000.0;
        if (silent < Math.max(PATIENCE_SECONDS, PATIENCE_STEPS * step)) {
            return List.of();
        }
        return List.of(new RunNotice(
                Kind.WARNING,
                "The search has stalled: no batch for " + Durations.of(silent)
                        + ". Check whether another program uses up the processor or the memory; the search continues by"
                        + " itself.",
                "",
                history.progress().time()));
    }
}
