package org.isdarts.ui.wizard;

import java.util.List;
import java.util.stream.Collectors;
import org.isdarts.queue.SearchQueue;

/** What the button that adds to the queue will do, in words. */
final class QueueWords {
    private static final int TOLD = 8;

    private QueueWords() {}

    static String of(List<SearchQueue.Planned> searches) {
        String seeds = searches.stream()
                .limit(TOLD)
                .map(search -> Long.toString(search.config().seed()))
                .collect(Collectors.joining(", "));
        return searches.size() == 1
                ? "Adds 1 search to the queue, with seed " + seeds
                : "Adds " + searches.size() + " searches to the queue, with seeds " + seeds
                        + (searches.size() > TOLD ? ", …" : "");
    }
}
