package org.isdarts.ui.panel;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.application.Platform;
import javafx.scene.control.Label;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.benchmark.BenchmarkTableException;
import org.isdarts.space.Genotype;
import org.isdarts.text.Numbers;

/** What a benchmark table says of a genotype. The table is read once, and no view waits for it. */
public final class TableEntry {
    private record Question(Path table, Genotype genotype) {}

    private Question asked;
    private CompletableFuture<String> answer;

    /** A line that tells rank and accuracies as soon as they are known, or why they cannot be. */
    public Label of(Path table, Genotype genotype) {
        Question question = new Question(table, genotype);
        if (!question.equals(asked)) {
            asked = question;
            answer = CompletableFuture.supplyAsync(() -> look(question));
        }
        Label line = Lines.text(answer.getNow("Reading " + table.getFileName() + " …"));
        line.setId("table-entry");
        CompletionStage<String> known = answer;
        known.thenAcceptAsync(line::setText, Platform::runLater);
        return line;
    }

    private static String look(Question question) {
        try {
            return words(
                    BenchmarkTable.read(question.table(), question.genotype().space())
                            .entry(question.genotype()));
        } catch (BenchmarkTableException useless) {
            return useless.getMessage();
        }
    }

    private static String words(BenchmarkTable.Entry entry) {
        StringBuilder words = new StringBuilder(String.format(
                Locale.ROOT,
                "Rank %,d of %,d by %s.",
                entry.rank(),
                entry.architectures(),
                entry.columns().get(0)));
        for (String column : entry.columns()) {
            words.append('\n').append(column).append(": ").append(Numbers.percent(entry.accuracy(column) / 100));
        }
        return words.toString();
    }
}
