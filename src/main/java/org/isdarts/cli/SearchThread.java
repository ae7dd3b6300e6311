package org.isdarts.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.isdarts.run.RecordedSearch;
import org.isdarts.search.Search;

/** The one thread that owns a search's tensors. */
final class SearchThread {
    private SearchThread() {}

    /** Runs a search on a thread of its own and waits for its end. */
    static Search.End run(RecordedSearch search) {
        CompletableFuture<Search.End> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        end.complete(search.run());
                    } catch (RuntimeException | Error failure) {
                        end.completeExceptionally(failure);
                    }
                },
                "isdarts-search");
        thread.start();
        try {
            return end.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw failed;
        }
    }
}
