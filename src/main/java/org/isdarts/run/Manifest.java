package org.isdarts.run;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.isdarts.data.Normalization;
import org.isdarts.kernel.Precision;
import org.isdarts.search.TrainingConfig;
import org.isdarts.strategy.choice.Strategies;

/**
 * What a run is, fixed at its start.
 *
 * @param schema version of the run folder's files
 * @param program version of the program that began it
 * @param started milliseconds since 1970-01-01 UTC
 * @param configuration every setting; the precision is the one the run began in, never automatic. In runs of versions
 *     that recorded an automatic one it was float32
 * @param dataset which images
 * @param images what they are to the net; null in runs of versions that did not record it
 * @param device what computes, in words
 * @param kernels the compute library
 * @param system operating system and Java version, in words
 * @param host name of the machine it began on; null in runs of versions that did not record it
 */
public record Manifest(
        int schema,
        String program,
        long started,
        TrainingConfig configuration,
        DatasetIdentity dataset,
        ImageFormat images,
        String device,
        String kernels,
        String system,
        String host) {
    /** The version written by this program. */
    public static final int SCHEMA = 2;

    public Manifest {
        // Foreign JSON has no configuration; the reader reports it.
        if (configuration != null && configuration.precision().equals(Precision.AUTO)) {
            configuration = configuration.in(Precision.FLOAT32);
        }
    }

    /** What is trained in the run: {@code search} or {@code evaluation}. Runs of versions without it are searches. */
    @JsonProperty("kind")
    public String kind() {
        return configuration.kind().name();
    }

    /** The strategy of a search; empty for other kinds. */
    public String strategy() {
        return configuration.settings().texts().getOrDefault(Strategies.STRATEGY.key(), "");
    }

    /** The kind, and the strategy where there is one: {@code darts-1 search} or {@code evaluation}. */
    public String task() {
        return (strategy() + " " + kind()).strip();
    }

    /**
     * Which images a run uses.
     *
     * @param name in words
     * @param classes names of the classes
     * @param trainImages training images in the whole dataset
     * @param testImages test images in the whole dataset
     * @param fingerprint hexadecimal SHA-256 over labels and pixels
     */
    public record DatasetIdentity(
            String name,
            List<String> classes,
            int trainImages,
            @JsonAlias("heldOutImages") int testImages,
            String fingerprint) {
        public DatasetIdentity {
            classes = List.copyOf(classes);
        }
    }

    /**
     * How the net gets its images.
     *
     * @param height in pixels
     * @param width in pixels
     * @param normalization what is done to their values 0..255; earlier versions spelled it with an s
     */
    public record ImageFormat(int height, int width, @JsonAlias("normalisation") Normalization normalization) {}
}
