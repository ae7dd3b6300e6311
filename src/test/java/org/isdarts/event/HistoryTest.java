package org.isdarts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.event.RunEvent.Finished;
import org.isdarts.event.RunEvent.Resumed;
import org.isdarts.event.RunEvent.Stopped;
import org.isdarts.event.RunEvent.Warning;
import org.isdarts.event.RunEvent.WarningKind;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.event.SearchEvent.Gauged;
import org.isdarts.event.SearchEvent.MaskChanged;
import org.isdarts.event.SearchEvent.OperationsDiscarded;
import org.isdarts.event.SearchEvent.StageBegan;
import org.isdarts.event.SearchEvent.SubnetSampled;
import org.isdarts.score.Discard;
import org.isdarts.score.Score;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final List<RunEvent> EVENTS = SimulatedSearch.nasBench201(1);
    private static final History WHOLE = History.of(EVENTS);

    /** The events up to and including the last one of that epoch. */
    private static List<RunEvent> eventsThrough(int epoch) {
        for (int i = 0; i < EVENTS.size(); i++) {
            if (EVENTS.get(i) instanceof BatchProgress next && next.epoch() == epoch + 1) {
                return EVENTS.subList(0, i);
            }
        }
        return EVENTS;
    }

    @Test
    void eventByEventGivesTheSameHistoryAsAllAtOnce() {
        History history = History.EMPTY;
        for (RunEvent event : EVENTS) {
            history = history.with(event);
        }

        assertThat(history).isEqualTo(WHOLE);
    }

    @Test
    void anEventLeavesTheEarlierHistoryAsItWas() {
        History before = History.of(eventsThrough(3));
        History after = before.with(EVENTS.get(eventsThrough(3).size()));

        assertThat(after.progress().epoch()).isEqualTo(4);
        assertThat(before.progress().epoch()).isEqualTo(3);
    }

    @Test
    void holdsEveryEpochMeasurementAndDiscard() {
        assertThat(WHOLE.epochs()).hasSize(30);
        assertThat(WHOLE.scores()).hasSize(30);
        assertThat(WHOLE.shrinkEpochs()).containsExactly(22, 24, 26, 28);
        assertThat(WHOLE.discards().stream()
                        .mapToInt(discarded -> discarded.discards().size())
                        .sum())
                .isEqualTo(24);
    }

    @Test
    void knowsTheSettingsOfTheSearch() {
        assertThat(WHOLE.space()).isSameAs(NasBench201.SPACE);
        assertThat(WHOLE.decidingScore()).contains(IsDartsScores.FISHER);
        assertThat(WHOLE.plannedEpochs()).isEqualTo(30);
        assertThat(WHOLE.get(RunSettings.SEED)).isEqualTo(1);
    }

    @Test
    void withoutItsStartTheSpaceIsUnknown() {
        assertThatThrownBy(History.EMPTY::space)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the events do not say how the search began");
    }

    @Test
    void batchProgressReplacesTheOneBefore() {
        History history = WHOLE.with(new BatchProgress(0, 31, 10, 100, 1, 0.5, 0.001, 300, 1, 1))
                .with(new BatchProgress(0, 31, 50, 100, 1, 0.5, 0.001, 300, 1, 1));

        assertThat(history.progress().step()).isEqualTo(50);
        assertThat(history.position()).isEqualTo(30.5);
        assertThat(history.epochs()).isSameAs(WHOLE.epochs());
    }

    @Test
    void goingOnFromACheckpointSupersedesEverythingLater() {
        List<RunEvent> events = new ArrayList<>(eventsThrough(25));
        events.add(new Stopped(0, 26, 3));
        events.add(new Resumed(0, 23, 0, "checkpoint-22.zip"));
        History resumed = History.of(events);

        assertThat(resumed.epochs()).extracting(EpochFinished::epoch).last().isEqualTo(22);
        assertThat(resumed.scores()).extracting(CandidatesScored::epoch).last().isEqualTo(22);
        assertThat(resumed.discards())
                .extracting(OperationsDiscarded::epoch)
                .last()
                .isEqualTo(22);
        assertThat(resumed.masks()).extracting(MaskChanged::epoch).containsExactly(0, 22);
        assertThat(resumed.end()).isNull();
        assertThat(resumed.state()).isEqualTo(SearchState.TRAINING);
        assertThat(resumed.position()).isEqualTo(22);
    }

    @Test
    void repeatedEpochsAppearOnce() {
        List<RunEvent> events = new ArrayList<>(eventsThrough(25));
        events.add(new Resumed(0, 23, 0, "checkpoint-22.zip"));
        events.addAll(EVENTS.subList(eventsThrough(22).size(), EVENTS.size()));

        assertThat(History.of(events)).isEqualTo(WHOLE);
    }

    @Test
    void aCheckpointWithinAnEpochKeepsTheStepsDone() {
        History history = History.of(eventsThrough(25)).with(new Resumed(0, 12, 50, "checkpoint-11.zip"));

        assertThat(history.epochs()).hasSize(11);
        assertThat(history.pauses()).hasSize(1);
        assertThat(history.with(new Resumed(0, 12, 49, "checkpoint-11.zip")).pauses())
                .isEmpty();
    }

    @Test
    void goingOnAfterAPauseSupersedesNothing() {
        History before = History.of(eventsThrough(25));
        History after = before.with(new RunEvent.Paused(0, 25, 100)).with(new Resumed(0, 25, 100, null));

        assertThat(after.epochs()).hasSize(25);
        assertThat(after.pauses()).hasSize(2);
    }

    @Test
    void aDamagedCheckpointStaysReported() {
        History history = History.of(eventsThrough(25))
                .with(new Warning(0, 25, WarningKind.COLLAPSE, "skip_connect on most edges"))
                .with(new Warning(0, 25, WarningKind.DAMAGED_CHECKPOINT, "checkpoint-25.zip is damaged"))
                .with(new Resumed(0, 25, 0, "checkpoint-24.zip"));

        assertThat(history.warnings()).extracting(Warning::kind).containsExactly(WarningKind.DAMAGED_CHECKPOINT);
    }

    @Test
    void laterScoresOfAnEpochTakeThePlaceOfThoseOfTheSameName() {
        Score share = Score.of("share", "Share");
        Score raw = Score.of("raw", "Raw");
        History history = History.EMPTY
                .with(scored(1, 10, share, 0.25))
                .with(scored(1, 10, raw, 3))
                .with(scored(1, 20, share, 0.75))
                .with(scored(2, 10, share, 0.5));

        assertThat(history.scores()).hasSize(2);
        assertThat(history.score(1, CellType.NORMAL, share).orElseThrow().values()[0][0])
                .isEqualTo(0.75);
        assertThat(history.score(1, CellType.NORMAL, raw).orElseThrow().values()[0][0])
                .isEqualTo(3);
        assertThat(history.scores(raw)).hasSize(1);
        assertThat(history.latest(CellType.NORMAL, share).orElseThrow().values()[0][0])
                .isEqualTo(0.5);
    }

    private static CandidatesScored scored(int epoch, int step, Score score, double value) {
        return CandidatesScored.of(0, epoch, step, Map.of(score, Map.of(CellType.NORMAL, new double[][] {{value}})));
    }

    @Test
    void goingOnFromACheckpointForgetsLaterGaugesAndSamples() {
        History history = History.EMPTY
                .with(new Gauged(0, 1, 5, Map.of("entropy", 1.0)))
                .with(new Gauged(0, 2, 5, Map.of("entropy", 0.5)))
                .with(new SubnetSampled(0, 2, 3, Map.of(), 2, 0.5))
                .with(new SubnetSampled(0, 2, 6, Map.of(), 2, 0.5))
                .with(new StageBegan(0, 2, 2, 11, 0.025))
                .with(new Resumed(0, 2, 4, "checkpoint"));

        assertThat(history.gauges()).extracting(Gauged::epoch).containsExactly(1);
        assertThat(history.samples()).extracting(SubnetSampled::step).containsExactly(3);
        assertThat(history.stages()).isEmpty();
    }

    @Test
    void theMaskBeforeAShrinkEpochStillHoldsWhatWentThere() {
        Mask before = WHOLE.maskBefore(22, CellType.NORMAL);
        Mask after = WHOLE.maskBefore(23, CellType.NORMAL);

        assertThat(before).isEqualTo(Mask.full(NasBench201.SPACE));
        assertThat(after.count()).isEqualTo(24);
        assertThat(WHOLE.mask(CellType.NORMAL).count()).isEqualTo(6);
    }

    @Test
    void saysWhenAndWhyACandidateWent() {
        Discard first = WHOLE.discards().get(0).discards().get(0);

        assertThat(WHOLE.discarding(CellType.NORMAL, first.candidate()))
                .contains(new History.Discarding(22, "Fisher importance", first));
        Candidate kept = WHOLE.mask(CellType.NORMAL).keptCandidates().get(0);
        assertThat(WHOLE.discarding(CellType.NORMAL, kept)).isEmpty();
    }

    @Test
    void findsAMeasurementByEpoch() {
        assertThat(WHOLE.score(24, CellType.NORMAL, IsDartsScores.IIM))
                .hasValueSatisfying(
                        measurement -> assertThat(measurement.values()).hasNumberOfRows(6));
        assertThat(WHOLE.score(31, CellType.NORMAL, IsDartsScores.IIM)).isEmpty();
        assertThat(WHOLE.score(24, CellType.REDUCTION, IsDartsScores.IIM)).isEmpty();
    }

    @Test
    void asOfAnEpochIsTheHistoryOfThatMoment() {
        History then = WHOLE.asOf(24);

        assertThat(then.epochs()).hasSize(24);
        assertThat(then.shrinkEpochs()).containsExactly(22, 24);
        assertThat(then.mask(CellType.NORMAL)).isEqualTo(WHOLE.maskBefore(25, CellType.NORMAL));
        assertThat(then.end()).isNull();
        assertThat(then.position()).isEqualTo(24);
        assertThat(WHOLE.asOf(30)).isSameAs(WHOLE);
    }

    @Test
    void stateFollowsTheEvents() {
        List<SearchState> states = new ArrayList<>();
        History history = History.EMPTY;
        for (RunEvent event : EVENTS) {
            history = history.with(event);
            if (states.isEmpty() || states.get(states.size() - 1) != history.state()) {
                states.add(history.state());
            }
        }

        assertThat(states)
                .startsWith(SearchState.PREPARING, SearchState.TRAINING, SearchState.MEASURING, SearchState.TRAINING)
                .contains(SearchState.PAUSED, SearchState.SHRINKING)
                .endsWith(SearchState.TRAINING, SearchState.FINISHED);
    }

    private static final String FOUND = "|skip_connect~0|+|none~0|nor_conv_3x3~1|+|none~0|none~1|skip_connect~2|";

    private static History foundAtTheEnd() {
        return History.of(SimulatedWeights.events()).with(new Finished(9, 6, FOUND, 1));
    }

    @Test
    void keepsTheGenotypeAloneOnceASearchThatDecidesAtTheEndHasFinished() {
        assertThat(foundAtTheEnd().mask(CellType.NORMAL)).isEqualTo(maskOf(FOUND));
    }

    @Test
    void keepsEverythingBeforeTheEndOfASearchThatDecidesThere() {
        assertThat(foundAtTheEnd().asOf(5).mask(CellType.NORMAL)).isEqualTo(Mask.full(NasBench201.SPACE));
    }

    @Test
    void tellsThatWhatTheGenotypeLacksWasKeptUntilTheEnd() {
        Candidate lacking = new Candidate(0, NasBench201.SPACE.operations().indexOf(Operation.NONE));

        assertThat(foundAtTheEnd().keptUntil(CellType.NORMAL, lacking)).contains(6);
    }

    @Test
    void addsNoDecisionWhereTheLastMaskIsTheGenotypeAlready() {
        assertThat(WHOLE.masks()).hasSize((int)
                EVENTS.stream().filter(MaskChanged.class::isInstance).count());
    }

    @Test
    void takesTheEndOfALogThatLostItsBeginning() {
        Finished end = new Finished(9, 6, FOUND, 1);

        assertThat(History.EMPTY.with(end).end()).isEqualTo(end);
    }

    private static Mask maskOf(String genotype) {
        return Mask.of(GenotypeReader.read(NasBench201.SPACE, genotype)).get(CellType.NORMAL);
    }
}
