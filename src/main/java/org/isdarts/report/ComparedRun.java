package org.isdarts.report;

import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.found.Cost;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.run.Labels;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.Summary;
import org.isdarts.search.TrainingConfig;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;

/**
 * A run with all that a comparison needs.
 *
 * @param name what it is called
 * @param config its settings
 * @param summary where it stands
 * @param history what happened in it
 */
public record ComparedRun(String name, TrainingConfig config, Summary summary, History history) {
    /**
     * Reads a run with its log, of a damaged one as far as it can be read.
     */
    public static ComparedRun of(RunFolder run) {
        return new ComparedRun(
                Labels.nameOf(run.path()),
                run.manifest().configuration(),
                run.summary(),
                History.of(run.readableEvents()));
    }

    /** What it found; empty before its end. */
    public Optional<Genotype> genotype() {
        SearchSpace space = config.searchSpace();
        return Optional.ofNullable(summary.genotype()).map(notation -> GenotypeReader.read(space, notation));
    }

    /** What the network of its genotype costs for CIFAR-10; empty before its end. */
    public Optional<Cost> cost() {
        return genotype().map(found -> Cost.of(EvaluationNetwork.graph(found, EvaluationNetwork.CIFAR_10_CLASSES)));
    }

    /** Whether its accuracy is final. */
    public boolean isFinished() {
        return summary.state() == RunState.FINISHED;
    }

    /** Test accuracy after its last epoch, in [0, 1]; NaN without. */
    public double test() {
        return summary.test() == null ? Double.NaN : summary.test().top1();
    }

    /** Training accuracy of its last epoch, in [0, 1]; NaN without. */
    public double train() {
        return summary.train() == null ? Double.NaN : summary.train().top1();
    }
}
