package org.isdarts.event;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.event.RunEvent.Paused;
import org.isdarts.event.RunEvent.Started;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.event.RunEvent.Unrecognized;
import org.isdarts.event.RunEvent.Warning;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.event.SearchEvent.EdgesScored;
import org.isdarts.event.SearchEvent.Gauged;
import org.isdarts.event.SearchEvent.GenotypeRead;
import org.isdarts.event.SearchEvent.MaskChanged;
import org.isdarts.event.SearchEvent.OperationsDiscarded;
import org.isdarts.event.SearchEvent.StageBegan;
import org.isdarts.event.SearchEvent.SubnetSampled;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Discard;
import org.isdarts.score.Method;
import org.isdarts.score.Score;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;
import org.isdarts.space.notation.GenotypeReader;

/**
 * What is known of a run after some of its events: the events by kind, without those that were superseded when the
 * run went on from a checkpoint. Immutable; {@link #with} gives the history one event later. It grows with epochs,
 * not with batches.
 *
 * @param start how the search began; null before it did
 * @param state what it is doing
 * @param progress the latest batch progress; null if none is known
 * @param epochs finished epochs, ascending
 * @param scores scores of candidates, at most one event of an epoch, ascending
 * @param edgeScores scores of edges, likewise
 * @param gauges what the strategy told about itself, ascending
 * @param samples subnets, ascending
 * @param readings genotypes that would have been read, at most one of an epoch, ascending
 * @param stages from where on which net was trained, ascending
 * @param discards discards, by epoch, then by cell type
 * @param masks masks, ascending, the first being that of epoch 0
 * @param judged what was said of the test images last; null where nothing was
 * @param pauses where it waited, ascending
 * @param warnings what the user should look at, in order of appearance
 * @param unrecognized what this version does not know the meaning of, in order of appearance
 * @param end the {@link RunEvent.Finished}, {@link RunEvent.Stopped} or {@link RunEvent.Failed} it ended
 *     with; null while it goes on
 */
public record History(
        Started start,
        SearchState state,
        BatchProgress progress,
        List<EpochFinished> epochs,
        List<CandidatesScored> scores,
        List<EdgesScored> edgeScores,
        List<Gauged> gauges,
        List<SubnetSampled> samples,
        List<GenotypeRead> readings,
        List<StageBegan> stages,
        List<OperationsDiscarded> discards,
        List<MaskChanged> masks,
        TestImagesJudged judged,
        List<Paused> pauses,
        List<Warning> warnings,
        List<Unrecognized> unrecognized,
        RunEvent end) {

    /** The history of a search nothing is known of. */
    public static final History EMPTY = new History(
            null,
            SearchState.PREPARING,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            null);

    public History {
        epochs = List.copyOf(epochs);
        scores = List.copyOf(scores);
        edgeScores = List.copyOf(edgeScores);
        gauges = List.copyOf(gauges);
        samples = List.copyOf(samples);
        readings = List.copyOf(readings);
        stages = List.copyOf(stages);
        discards = List.copyOf(discards);
        masks = List.copyOf(masks);
        pauses = List.copyOf(pauses);
        warnings = List.copyOf(warnings);
        unrecognized = List.copyOf(unrecognized);
    }

    /**
     * Why and when a candidate went.
     *
     * @param epoch the epoch at whose end it went
     * @param criterion what decided, in words
     * @param why its value, rank and margin
     */
    public record Discarding(int epoch, String criterion, Discard why) {}

    /** The history after these events. */
    public static History of(List<? extends RunEvent> events) {
        HistoryFold fold = new HistoryFold(EMPTY);
        events.forEach(fold::add);
        return fold.history();
    }

    /** The history after one event more. */
    public History with(RunEvent event) {
        HistoryFold fold = new HistoryFold(this);
        fold.add(event);
        return fold.history();
    }

    /** A sentence about events that this version does not know; empty if it knows all. */
    public Optional<String> aboutUnrecognized() {
        String kinds = unrecognized.stream()
                .map(Unrecognized::kind)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return unrecognized.isEmpty()
                ? Optional.empty()
                : Optional.of("This run holds " + unrecognized.size()
                        + (unrecognized.size() == 1 ? " event" : " events") + " of kinds this version does not know: "
                        + kinds + ". A newer version shows all of it.");
    }

    /** How many epochs are over. */
    public EpochCount epochCount() {
        return new EpochCount(epoch(), plannedEpochs());
    }

    /** The latest finished epoch, 0 before the first: what every view that says "after epoch" means. */
    public int epoch() {
        return epochs.size();
    }

    /** The finished epoch with the best accuracy on test images, the first of several; empty without such images. */
    public Optional<EpochFinished> bestEpoch() {
        return epochs.stream()
                .filter(epoch -> epoch.test() != null)
                .reduce((best, next) -> next.test().top1() > best.test().top1() ? next : best);
    }

    /** The history as it was at the end of {@code epoch}; this one if that epoch is the latest or yet to come. */
    public History asOf(int epoch) {
        if (epoch >= epochs.size()) {
            return this;
        }
        HistoryFold fold = new HistoryFold(this);
        fold.rewind(epoch + 1, 0);
        return fold.history();
    }

    /**
     * The search space.
     *
     * @throws IllegalStateException before the search began
     */
    public SearchSpace space() {
        return get(SpaceSettings.SPACE);
    }

    /**
     * The strategy that searches, and what it tells.
     *
     * @throws IllegalStateException before the search began
     */
    public Method method() {
        return begun().method();
    }

    /** The score by which candidates are discarded or chosen; empty where none decides. */
    public Optional<Score> decidingScore() {
        return start == null ? Optional.empty() : method().decidingScore();
    }

    /** Whether candidates are discarded or chosen by a score, and not only told of by it. */
    public boolean decides(Score score) {
        return decidingScore().filter(score::equals).isPresent();
    }

    /** A sentence that says which values of a score are discarded first, or which other score decides that. */
    public String goingFirst(Score score) {
        return decides(score)
                ? score.goingFirst()
                : decidingScore()
                        .map(other -> "What is discarded is decided by " + other.title() + ", not by this.")
                        .orElse("");
    }

    /** Epochs of the whole search. */
    public int plannedEpochs() {
        return get(RunSettings.EPOCHS);
    }

    /**
     * A setting of the search; its initial value in a search older than the setting.
     *
     * @throws IllegalStateException before the search began
     */
    public <T> T get(Setting<T> setting) {
        return begun().settings().find(setting).orElse(setting.initial());
    }

    private Started begun() {
        if (start == null) {
            throw new IllegalStateException("the events do not say how the search began");
        }
        return start;
    }

    /** Epochs done, as a number with a fraction: 2.5 is the middle of the third epoch. */
    public double position() {
        if (progress == null || progress.epoch() <= epochs.size()) {
            return epochs.size();
        }
        return progress.epoch() - 1 + (double) progress.step() / progress.stepsPerEpoch();
    }

    /** The epochs at whose end operations went, ascending. */
    public List<Integer> shrinkEpochs() {
        return discards.stream().map(OperationsDiscarded::epoch).distinct().toList();
    }

    /** Whether no comparison subset keeps more than stay in the end, so that what is kept is final. */
    public boolean isDecided(CellType cellType) {
        return space().subsets().stream().allMatch(subset -> isDecided(cellType, subset));
    }

    /** Whether the comparison subset of a candidate keeps no more than stay in the end. */
    public boolean isDecided(CellType cellType, Candidate candidate) {
        return space().subsets().stream()
                .filter(subset -> subset.contains(candidate))
                .allMatch(subset -> isDecided(cellType, subset));
    }

    private boolean isDecided(CellType cellType, List<Candidate> subset) {
        return subset.stream().filter(mask(cellType)::keeps).count() <= space().kept();
    }

    /** What the latest sampled subnet keeps of a cell type; empty before the first. */
    public Optional<Mask> latestSample(CellType cellType) {
        return samples.stream().reduce((earlier, later) -> later).map(sample -> sample.subnet()
                .get(cellType));
    }

    /** The genotype that would be read now; empty before the first is told, and where a strategy tells none. */
    public Optional<Genotype> genotypeNow() {
        return readings.stream()
                .reduce((earlier, later) -> later)
                .map(read -> GenotypeReader.read(space(), read.genotype()));
    }

    /** The latest values of a score of one cell type's edges; empty before the first. */
    public Optional<double[]> latestOfEdges(CellType cellType, Score score) {
        return edgeScores.stream()
                .flatMap(scored -> scored.of(cellType, score).stream())
                .reduce((earlier, later) -> later);
    }

    /** What is kept now. */
    public Mask mask(CellType cellType) {
        return maskBefore(Integer.MAX_VALUE, cellType);
    }

    /** What was kept while {@code epoch} was trained and measured, before its own shrink step. */
    public Mask maskBefore(int epoch, CellType cellType) {
        Mask mask = null;
        for (MaskChanged changed : masks) {
            if (changed.epoch() < epoch) {
                mask = changed.masks().get(cellType);
            }
        }
        return mask == null ? Mask.full(space()) : mask;
    }

    /** The events that tell a score of candidates, ascending. */
    public List<CandidatesScored> scores(Score score) {
        return scores.stream().filter(scored -> scored.tells(score)).toList();
    }

    /** The scores of candidates in {@code epoch}; empty if nothing was scored. */
    public Optional<CandidatesScored> scoredIn(int epoch) {
        return scores.stream().filter(scored -> scored.epoch() == epoch).findFirst();
    }

    /** A score of one cell type in {@code epoch}; empty if it was not measured. */
    public Optional<CandidateScores> score(int epoch, CellType cellType, Score score) {
        return scoredIn(epoch).flatMap(scored -> scored.of(cellType, score));
    }

    /** The latest values of a score of one cell type; empty before the first. */
    public Optional<CandidateScores> latest(CellType cellType, Score score) {
        return scores(score).stream().reduce((earlier, later) -> later).flatMap(scored -> scored.of(cellType, score));
    }

    /** What a discard was decided by, in words. */
    public String criterion(OperationsDiscarded discarded) {
        if (discarded.criterion() == null) {
            return decidingScore().map(Score::title).orElse("");
        }
        return method().score(discarded.criterion()).map(Score::title).orElse(discarded.criterion());
    }

    /** The epoch at whose end a candidate went; empty while it is kept. */
    public Optional<Integer> keptUntil(CellType cellType, Candidate candidate) {
        return masks.stream()
                .filter(changed -> !changed.masks().get(cellType).keeps(candidate))
                .map(MaskChanged::epoch)
                .findFirst();
    }

    /** When and why a candidate went; empty while it is kept, and where its cell's genotype was read without it. */
    public Optional<Discarding> discarding(CellType cellType, Candidate candidate) {
        return discardings(cellType)
                .filter(discarding -> discarding.why().candidate().equals(candidate))
                .findFirst();
    }

    /** Everything that went, in the order in which it did. */
    public Stream<Discarding> discardings(CellType cellType) {
        return discards.stream()
                .filter(discarded -> discarded.cellType() == cellType)
                .flatMap(discarded -> discarded.discards().stream()
                        .map(discard -> new Discarding(discarded.epoch(), criterion(discarded), discard)));
    }
}
