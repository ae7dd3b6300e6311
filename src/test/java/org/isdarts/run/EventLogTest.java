package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Discard;
import org.isdarts.score.Gauge;
import org.isdarts.score.Score;
import org.isdarts.score.ValueRange;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final RunEvent.Accuracy ACCURACY = new RunEvent.Accuracy(1.25, 0.5, 0.875);
    private static final List<RunEvent> ONE_OF_EACH = List.of(
            new RunEvent.Started(
                    1,
                    IsDartsScores.method(TinySearch.config().settings())
                            .scoringEdges(List.of(
                                    Score.of("edge_weight", "Edge weight").within(ValueRange.FRACTION)))
                            .gauging(List.of(Gauge.of("entropy", "Entropy", "How undecided the search is."))),
                    TinySearch.config().settings(),
                    "CPU",
                    "nd4j",
                    80,
                    40,
                    5,
                    12_345,
                    10),
            new RunEvent.BatchProgress(2, 1, 3, 5, 2.3, 0.1, 0.025, 100.5, 1.5, 20.25),
            new RunEvent.EpochFinished(3, 1, ACCURACY, null, 0.025, 2, 100),
            new RunEvent.EpochFinished(3, 2, ACCURACY, ACCURACY, 0.025, 2, 100),
            new SearchEvent.OperationsDiscarded(
                    5,
                    2,
                    "fisher",
                    1,
                    4,
                    CellType.NORMAL,
                    List.of(new Discard(new Candidate(0, 0), INFINITE, 1, 5, INFINITE))),
            new SearchEvent.Gauged(5, 2, 3, Map.of("entropy", 0.5)),
            new SearchEvent.SubnetSampled(5, 2, 3, Map.of(CellType.NORMAL, Mask.full(NasBench201.SPACE)), 2.5, 0.25),
            new SearchEvent.GenotypeRead(5, 2, "|none~0|"),
            new SearchEvent.StageBegan(5, 2, 2, 11, 0.025),
            new SearchEvent.MaskChanged(6, 2, Map.of(CellType.NORMAL, Mask.full(NasBench201.SPACE))),
            new RunEvent.TestImagesJudged(
                    6,
                    2,
                    List.of("cat", "dog"),
                    List.of(List.of(3, 1), List.of(0, 4)),
                    List.of(new RunEvent.Mistake(5, 0, 1, 0.75))),
            new RunEvent.Paused(7, 2, 3),
            new RunEvent.Resumed(8, 2, 3, null),
            new RunEvent.CheckpointWritten(9, 2, 3, "checkpoint-0002-000003.zip"),
            new RunEvent.Warning(10, 2, RunEvent.WarningKind.NON_FINITE_LOSS, "not finite"),
            new RunEvent.Stopped(11, 2, 4),
            new RunEvent.Finished(12, 5, "|none~0|", 12.5),
            new RunEvent.Failed(13, 5, "no", "all of it"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("events.jsonl");
    }

    private void write(List<RunEvent> events) throws IOException {
        try (EventLog log = EventLog.append(file)) {
            for (RunEvent event : events) {
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
    void everyKindThatIsWrittenIsInThisTestButThoseWithArrays() {
        int ofRuns = RunEvent.class.getPermittedSubclasses().length - 2;
        int ofSearches = SearchEvent.class.getPermittedSubclasses().length - 2;

        assertThat(ONE_OF_EACH.stream().map(Object::getClass).distinct()).hasSize(ofRuns + ofSearches);
    }

    @Test
    void givesBackScoresOfEdges() throws IOException {
        Score weight = Score.of("edge_weight", "Edge weight");
        write(List.of(new SearchEvent.EdgesScored(
                4, 1, 3, Map.of(CellType.NORMAL, Map.of(weight.name(), new double[] {0.25, 0.75})))));

        SearchEvent.EdgesScored read =
                (SearchEvent.EdgesScored) new EventTail(file).more().get(0);
        assertThat(read.of(CellType.NORMAL, weight))
                .hasValueSatisfying(values -> assertThat(values).containsExactly(0.25, 0.75));
    }

    @Test
    void givesBackMeasurementsWithInfiniteAndMissingValues() throws IOException {
        CandidateScores measurement = new CandidateScores(
                new double[][] {{INFINITE, Double.NaN, 0.1}},
                new float[][][] {{{Float.POSITIVE_INFINITY}, {}, {0.1f}}});
        write(List.of(new SearchEvent.CandidatesScored(
                4, 1, 3, new int[] {1}, Map.of(CellType.REDUCTION, Map.of("iim", measurement)))));

        CandidateScores read = ((SearchEvent.CandidatesScored)
                        new EventTail(file).more().get(0))
                .of(CellType.REDUCTION, IsDartsScores.IIM)
                .orElseThrow();
        assertThat(read.values()[0]).containsExactly(INFINITE, Double.NaN, 0.1);
        assertThat(read.running()[0][0]).containsExactly(Float.POSITIVE_INFINITY);
        assertThat(read.running()[0][1]).isEmpty();
        assertThat(read.running()[0][2]).containsExactly(0.1f);
    }

    @Test
    void writesInfinityAsText() throws IOException {
        write(List.of(ONE_OF_EACH.stream()
                .filter(SearchEvent.OperationsDiscarded.class::isInstance)
                .findFirst()
                .orElseThrow()));

        assertThat(Files.readString(file)).contains("\"value\":\"Infinity\"");
    }

    @Test
    void isOneJsonObjectALineWithTheSchemaInTheFirst() throws IOException {
        write(ONE_OF_EACH);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + ONE_OF_EACH.size()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.get(0)).contains("\"schema\":2");
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
    void aLineWithoutAKindIsDamaged() throws IOException {
        write(ONE_OF_EACH.subList(0, 1));
        Files.writeString(file, "{\"time\":1}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> new EventTail(file).more()).hasMessageContaining("line 3 is damaged");
    }

    @Test
    void keepsTheKindOfAnEventThatIsNotKnown() throws IOException {
        write(ONE_OF_EACH.subList(0, 1));
        Files.writeString(file, "{\"type\":\"coffee_made\",\"time\":5,\"cups\":3}\n", StandardOpenOption.APPEND);

        assertThat(new EventTail(file).more()).endsWith(new RunEvent.Unrecognized(5, "coffee_made"));
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
