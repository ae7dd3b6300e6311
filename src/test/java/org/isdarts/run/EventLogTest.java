package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.isdarts.event.SearchEvent;
import org.isdarts.score.Discard;
import org.isdarts.score.Importance;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final SearchEvent.Accuracy ACCURACY = new SearchEvent.Accuracy(1.25, 0.5, 0.875);
    private static final List<SearchEvent> ONE_OF_EACH = List.of(
            new SearchEvent.SearchStarted(1, Map.of("epochs", "5"), "CPU", "nd4j", 80, 40, 5, 12_345, 10),
            new SearchEvent.BatchProgress(2, 1, 3, 5, 2.3, 0.1, 0.025, 100.5, 1.5, 20.25),
            new SearchEvent.EpochFinished(3, 1, ACCURACY, null, 0.025, 2, 100),
            new SearchEvent.EpochFinished(3, 2, ACCURACY, ACCURACY, 0.025, 2, 100),
            new SearchEvent.OperationsDiscarded(
                    5, 2, 1, 4, CellType.NORMAL, List.of(new Discard(new Candidate(0, 0), INFINITE, 1, 5, INFINITE))),
            new SearchEvent.MaskChanged(6, 2, Map.of(CellType.NORMAL, Mask.full(NasBench201.SPACE))),
            new SearchEvent.Paused(7, 2, 3),
            new SearchEvent.Resumed(8, 2, 3, null),
            new SearchEvent.CheckpointWritten(9, 2, 3, "checkpoint-0002-000003.zip"),
            new SearchEvent.Warning(10, 2, SearchEvent.WarningKind.NON_FINITE_LOSS, "not finite"),
            new SearchEvent.Stopped(11, 2, 4),
            new SearchEvent.Finished(12, 5, "|none~0|", 12.5),
            new SearchEvent.Failed(13, 5, "no", "all of it"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("events.jsonl");
    }

    private void write(List<SearchEvent> events) throws IOException {
        try (EventLog log = EventLog.append(file)) {
            for (SearchEvent event : events) {
                log.append(event);
            }
        }
    }

    @Test
    void givesBackEveryKindOfEventAsItWasWritten() throws IOException {
        write(ONE_OF_EACH);

        assertThat(new EventTail(file).more()).isEqualTo(ONE_OF_EACH);
    }

    @Test
    void everyKindOfEventIsInThisTestButTheOneWithArrays() {
        assertThat(ONE_OF_EACH.stream().map(Object::getClass).distinct())
                .hasSize(SearchEvent.class.getPermittedSubclasses().length - 1);
    }

    @Test
    void givesBackMeasurementsWithInfiniteAndMissingValues() throws IOException {
        SearchEvent.Measurement measurement = new SearchEvent.Measurement(
                new double[][] {{INFINITE, Double.NaN, 0.1}},
                new float[][][] {{{Float.POSITIVE_INFINITY}, {}, {0.1f}}});
        write(List.of(new SearchEvent.ImportanceMeasured(
                4,
                1,
                Importance.FISHER,
                new int[] {1},
                Map.of(CellType.REDUCTION, Map.of(Importance.IIM, measurement)))));

        SearchEvent.Measurement read = ((SearchEvent.ImportanceMeasured)
                        new EventTail(file).more().get(0))
                .measurements()
                .get(CellType.REDUCTION)
                .get(Importance.IIM);
        assertThat(read.values()[0]).containsExactly(INFINITE, Double.NaN, 0.1);
        assertThat(read.running()[0][0]).containsExactly(Float.POSITIVE_INFINITY);
        assertThat(read.running()[0][1]).isEmpty();
        assertThat(read.running()[0][2]).containsExactly(0.1f);
    }

    @Test
    void writesInfinityAsText() throws IOException {
        write(List.of(ONE_OF_EACH.get(4)));

        assertThat(Files.readString(file)).contains("\"value\":\"Infinity\"");
    }

    @Test
    void isOneJsonObjectALineWithTheSchemaInTheFirst() throws IOException {
        write(ONE_OF_EACH);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + ONE_OF_EACH.size()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.get(0)).contains("\"schema\":1");
    }

    @Test
    void passesOverATornLastLine() throws IOException {
        write(ONE_OF_EACH);
        tear();

        assertThat(new EventTail(file).more()).isEqualTo(ONE_OF_EACH);
    }

    @Test
    void removesATornLastLineBeforeItGoesOn() throws IOException {
        write(ONE_OF_EACH.subList(0, 3));
        tear();
        write(ONE_OF_EACH.subList(3, 5));

        assertThat(new EventTail(file).more()).isEqualTo(ONE_OF_EACH.subList(0, 5));
    }

    @Test
    void goesOnAfterATornHeader() throws IOException {
        Files.writeString(file, "{\"type\":\"hea");
        write(ONE_OF_EACH);

        assertThat(new EventTail(file).more()).isEqualTo(ONE_OF_EACH);
    }

    @Test
    void tellsEveryEventOnceToWhoFollows() throws IOException {
        EventTail tail = new EventTail(file);
        assertThat(tail.more()).isEmpty();
        write(ONE_OF_EACH.subList(0, 3));
        assertThat(tail.more()).isEqualTo(ONE_OF_EACH.subList(0, 3));
        tear();
        assertThat(tail.more()).isEmpty();
        write(ONE_OF_EACH.subList(3, 5));
        assertThat(tail.more()).isEqualTo(ONE_OF_EACH.subList(3, 5));
    }

    @Test
    void namesADamagedLine() throws IOException {
        write(ONE_OF_EACH.subList(0, 1));
        Files.writeString(file, "{\"type\":\"epoch_fini\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> new EventTail(file).more())
                .isInstanceOf(RunException.class)
                .hasMessageContaining("line 3 is damaged");
    }

    @Test
    void refusesTheLogOfANewerProgram() throws IOException {
        Files.writeString(file, "{\"type\":\"header\",\"schema\":99}\n");

        assertThatThrownBy(() -> new EventTail(file).more())
                .isInstanceOf(RunException.class)
                .hasMessageContaining("schema 99");
    }

    private void tear() throws IOException {
        Files.writeString(file, "{\"type\":\"epoch_finished\",\"epo", StandardOpenOption.APPEND);
    }
}
