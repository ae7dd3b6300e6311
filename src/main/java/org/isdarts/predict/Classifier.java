package org.isdarts.predict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.isdarts.data.Picture;
import org.isdarts.export.TrainedNetwork;
import org.isdarts.found.FoundNetwork;
import org.isdarts.found.ImageInput;
import org.isdarts.network.Prediction;
import org.isdarts.run.RunFolder;

/** Tells which class images are of, by a trained network. For one thread at a time. */
public final class Classifier implements AutoCloseable {
    private final ImageInput input;
    private final Network network;

    private Classifier(ImageInput input, Network network) {
        this.input = input;
        this.network = network;
    }

    /**
     * Opens a network.
     *
     * @param path the folder of a finished evaluation, or an {@code .onnx} file exported from one
     * @throws PredictException if it is neither
     * @throws org.isdarts.run.RunException if the folder holds no run, or its network is not trained
     */
    public static Classifier open(Path path) {
        if (!Files.exists(path)) {
            throw new PredictException(
                    "there is no " + path + "; give the folder of an evaluation, or an .onnx file exported from one");
        }
        return Files.isDirectory(path) ? ofRun(RunFolder.open(path)) : ofFile(path);
    }

    private static Classifier ofRun(RunFolder run) {
        if (run.manifest().configuration().given().isEmpty()) {
            throw PredictException.ofSearch(run.path());
        }
        FoundNetwork found = TrainedNetwork.of(run);
        return new Classifier(found.images().orElseThrow(), new EngineNetwork(found));
    }

    private static Classifier ofFile(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
            throw new PredictException(
                    file + " is no network; give the folder of an evaluation, or an .onnx file exported from one");
        }
        OnnxNetwork network = new OnnxNetwork(file);
        return new Classifier(network.input(), network);
    }

    /** Names of the classes it tells apart. */
    public List<String> classes() {
        return input.classes();
    }

    /** Every class that an image may be of, the likeliest first. */
    public List<Guess> classify(Picture picture) {
        Prediction prediction = new Prediction(network.logits(input.prepared(picture)), new int[1]);
        return IntStream.range(0, classes().size())
                .mapToObj(i -> new Guess(classes().get(i), prediction.probability(0, i)))
                .sorted(Comparator.comparingDouble(Guess::probability).reversed())
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
