package org.isdarts.report;

import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.found.Cost;
import org.isdarts.network.NetworkSize;
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
 * @param size of the network that its costs are told of
 */
public record ComparedRun(String name, TrainingConfig config, Summary summary, History history, NetworkSize size) {
    /**
     * Reads a run with its log, of a damaged one as far as it can be read.
     */
    public static ComparedRun of(RunFolder run) {
        return new ComparedRun(
                Labels.nameOf(run.path()),
                run.manifest().configuration(),
                run.summary(),
                History.of(run.readableEvents()),
                CostedNetwork.sizeIn(run.manifest()));
    }

    /** What it found; empty before its end. */
    public Optional<Genotype> genotype() {
        SearchSpace space = config.searchSpace();
        return Optional.ofNullable(summary.genotype()).map(notation -> GenotypeReader.read(space, notation));
    }

    /** The network that its costs are told of; empty before its end. */
    public Optional<CostedNetwork> network() {
        return genotype().map(found -> CostedNetwork.of(config, size, found));
    }

    /** What that network costs; empty before its end. */
    public Optional<Cost> cost() {
        return network().map(CostedNetwork::cost);
    }

    /** Whether its accuracy is final. */
    public boolean isFinished() {
        return summary.state() == RunState.FINISHED;
    }

    /** Test accuracy after its last epoch, in [0, 1]; NaN without. */
    public double test() {
        return summary.test() == null ? Double.NaN : summary.test().top1();
    }

    /** Share of test images whose class was among the first five after its last epoch, in [0, 1]; NaN without. */
    double testTop5() {
        return summary.test() == null ? Double.NaN : summary.test().top5();
    }

    /** Training accuracy of its last epoch, in [0, 1]; NaN without. */
    public double train() {
        return summary.train() == null ? Double.NaN : summary.train().top1();
    }
}
