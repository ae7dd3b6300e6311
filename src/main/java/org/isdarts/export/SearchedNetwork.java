package org.isdarts.export;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.data.Normalization;
import org.isdarts.found.FoundNetwork;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.SupernetBuilder;
import org.isdarts.run.Manifest;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;

/** The network that a search trained: what is left of its supernet, with its weights. */
public final class SearchedNetwork {
    private static final String VALUE = "value/";
    private static final String RUNNING = "running/";

    private SearchedNetwork() {}

    /**
     * The network of a run's newest checkpoint, at the search's own size.
     *
     * @param run a finished one
     * @throws RunException if no checkpoint of the found network is whole, or the run does not tell its images' size
     */
    public static FoundNetwork of(RunFolder run) {
        Manifest manifest = run.manifest();
        SearchConfig config = manifest.search();
        Manifest.ImageFormat images = manifest.images();
        if (images == null) {
            throw new RunException("the run " + run.path() + " is of an older version, which did not record what images"
                    + " its net takes; search again, or export its evaluation network");
        }
        Checkpoint checkpoint = run.newestCheckpoint();
        requireFound(run, checkpoint);
        NetworkSize size = new NetworkSize(
                config.channels(),
                config.cells(),
                manifest.dataset().classes().size(),
                images.height(),
                images.width());
        return new FoundNetwork(
                description(run),
                SupernetBuilder.of(config.searchSpace(), size, checkpoint.masks()),
                numbers(checkpoint));
    }

    /** An older checkpoint, taken because the newest is damaged, may be from before the last shrink step. */
    private static void requireFound(RunFolder run, Checkpoint checkpoint) {
        SearchSpace space = run.manifest().configuration().searchSpace();
        Genotype genotype = GenotypeReader.read(space, run.summary().genotype());
        if (!checkpoint.masks().equals(Mask.of(genotype))) {
            throw new RunException("the newest whole checkpoint of " + run.path()
                    + " is from before its last shrink step, so it is not the network that was found; search again");
        }
    }

    private static Map<String, float[]> numbers(Checkpoint checkpoint) {
        Map<String, float[]> numbers = new HashMap<>();
        checkpoint.tensors().forEach((name, array) -> {
            if (name.startsWith(VALUE)) {
                numbers.put(name.substring(VALUE.length()), array.values());
            } else if (name.startsWith(RUNNING)) {
                numbers.put(name.substring(RUNNING.length()), array.values());
            }
        });
        return numbers;
    }

    private static List<String> description(RunFolder run) {
        Manifest.ImageFormat images = run.manifest().images();
        Normalization normalization = images.normalization();
        return List.of(
                "The network a search trained: what was left of its supernet, with its weights.",
                run.summary().genotype(),
                "Its cells normalize by the batch's own statistics, so give it many images at once.",
                "Images are " + images.width() + "x" + images.height() + " pixels: others were "
                        + run.manifest().configuration().imageSizing().fit().words() + ".",
                "Images are normalized by (value - mean) / deviation of the values 0..255 of red, green and blue:",
                "mean " + Arrays.toString(normalization.mean()) + ", deviation "
                        + Arrays.toString(normalization.deviation()),
                "Classes: " + String.join(", ", run.manifest().dataset().classes()));
    }
}
