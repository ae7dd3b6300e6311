package org.isdarts.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.ImageSize;
import org.isdarts.data.Normalization;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.found.FoundNetwork;
import org.isdarts.found.ImageInput;
import org.isdarts.network.EvaluationNetworkBuilder;
import org.isdarts.network.Graph;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.SupernetBuilder;
import org.isdarts.run.Manifest;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.TrainingConfig;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;

/**
 * The network that a run trained, with its weights: what a search left of its supernet, or the network that an evaluation
 * trained from scratch.
 */
public final class TrainedNetwork {
    private static final String VALUE = "value/";
    private static final String RUNNING = "running/";

    private TrainedNetwork() {}

    /**
     * The network of a run's newest checkpoint, at the run's own size; of an evaluation that after its last epoch.
     *
     * @param run a finished one
     * @throws RunException if no checkpoint of the trained network is whole, or the run does not tell its images' size
     */
    public static FoundNetwork of(RunFolder run) {
        TrainingConfig config = run.manifest().configuration();
        NetworkSize size = size(run);
        Checkpoint checkpoint = run.newestCheckpoint();
        if (config instanceof EvaluationConfig evaluation) {
            requireLastEpoch(run, checkpoint);
            Graph graph = EvaluationNetworkBuilder.of(evaluation.genotype(), size, evaluation.evaluatedParts());
            return network(run, graph, checkpoint, "The network of a genotype, trained from scratch.", List.of());
        }
        requireFound(run, checkpoint);
        Graph graph = SupernetBuilder.of(config.searchSpace(), size, checkpoint.masks());
        return network(
                run,
                graph,
                checkpoint,
                "The network a search trained: what was left of its supernet, with its weights.",
                List.of("Its cells normalize by the batch's own statistics, so give it many images at once."));
    }

    private static NetworkSize size(RunFolder run) {
        Manifest manifest = run.manifest();
        Manifest.ImageFormat images = manifest.images();
        if (images == null) {
            throw new RunException("the run " + run.path() + " is of an older version, which did not record what images"
                    + " its net takes; search again, or export its evaluation network");
        }
        TrainingConfig config = manifest.configuration();
        return new NetworkSize(
                config.channels(),
                config.cells(),
                manifest.dataset().classes().size(),
                images.height(),
                images.width());
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

    /** The last epoch is the one that counts. */
    private static void requireLastEpoch(RunFolder run, Checkpoint checkpoint) {
        int epochs = run.manifest().configuration().epochs();
        if (checkpoint.epoch() <= epochs) {
            throw new RunException("the newest whole checkpoint of " + run.path() + " is of epoch " + checkpoint.epoch()
                    + " of " + epochs + "; let the training finish, then export its network");
        }
    }

    private static FoundNetwork network(
            RunFolder run, Graph graph, Checkpoint checkpoint, String what, List<String> advice) {
        List<String> description = new ArrayList<>(List.of(what, run.summary().genotype()));
        description.addAll(advice);
        description.addAll(images(run.manifest()));
        return new FoundNetwork(description, Optional.of(input(run.manifest())), graph, numbers(checkpoint));
    }

    private static ImageInput input(Manifest manifest) {
        Manifest.ImageFormat images = manifest.images();
        return new ImageInput(
                new ImageSize(images.width(), images.height()),
                manifest.configuration().imageSizing().fit(),
                images.normalization(),
                manifest.dataset().classes());
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

    private static List<String> images(Manifest manifest) {
        Manifest.ImageFormat images = manifest.images();
        Normalization normalization = images.normalization();
        return List.of(
                "Images are " + images.width() + "x" + images.height() + " pixels: others were "
                        + manifest.configuration().imageSizing().fit().words() + ".",
                "Images are normalized by (value - mean) / deviation of the values 0..255 of red, green and blue:",
                "mean " + Arrays.toString(normalization.mean()) + ", deviation "
                        + Arrays.toString(normalization.deviation()),
                "Classes: " + String.join(", ", manifest.dataset().classes()));
    }
}
