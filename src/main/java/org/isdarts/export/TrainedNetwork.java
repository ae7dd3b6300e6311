package org.isdarts.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.ImageSize;
import org.isdarts.data.Normalization;
import org.isdarts.found.FoundNetwork;
import org.isdarts.found.ImageInput;
import org.isdarts.network.NetworkSize;
import org.isdarts.run.Manifest;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.TrainingConfig;
import org.isdarts.space.Genotype;
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
        Genotype genotype = config.given()
                .orElseGet(() ->
                        GenotypeReader.read(config.searchSpace(), run.summary().genotype()));
        config.whyNotTrained(checkpoint, genotype).ifPresent(reason -> {
            throw new RunException("the newest whole checkpoint of " + run.path() + " " + reason);
        });
        List<String> description = new ArrayList<>(config.aboutNetwork());
        description.add(genotype.notation());
        description.addAll(images(run.manifest()));
        return new FoundNetwork(
                description,
                Optional.of(input(run.manifest())),
                config.network(size, checkpoint.masks()),
                numbers(checkpoint));
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
