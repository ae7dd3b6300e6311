package org.isdarts.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.score.Scaling;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/**
 * How events and the small files of a run folder are written as JSON. Enumerations are written by their label, a mask
 * as rows of 0 and 1, and numbers that JSON lacks as the texts {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}.
 */
final class RunJson {
    /** Reads and writes one value a line; safe for use from many threads. */
    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build())
            .addMixIn(RunEvent.class, ByType.class)
            .addMixIn(RunEvent.Unrecognized.class, OfUnknownType.class)
            .addMixIn(CellType.class, Labeled.class)
            .addMixIn(Scaling.class, Labeled.class)
            .addMixIn(RunState.class, Labeled.class)
            .addMixIn(Wish.Kind.class, Labeled.class)
            .addMixIn(RunEvent.WarningKind.class, Labeled.class)
            .addMixIn(RunEvent.Started.class, FirstSchema.Started.class)
            .addMixIn(RunEvent.EpochFinished.class, FirstSchema.EpochFinished.class)
            .addMixIn(SearchEvent.CandidatesScored.class, FirstSchema.CandidatesScored.class)
            .addModule(module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Reads events of any schema known here. */
    private static final ObjectMapper EVENTS = MAPPER.copy();

    static {
        EVENTS.registerSubtypes(FirstSchema.NAMES.toArray(NamedType[]::new));
    }

    private RunJson() {}

    /**
     * Reads an event.
     *
     * @throws IOException if the bytes are none
     */
    static RunEvent event(byte[] bytes, int start, int length) throws IOException {
        return FirstSchema.completed(EVENTS.readerFor(RunEvent.class).readValue(bytes, start, length));
    }

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            property = "type",
            visible = true,
            defaultImpl = RunEvent.Unrecognized.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
        @JsonSubTypes.Type(value = RunEvent.BatchProgress.class, name = "batch_progress"),
        @JsonSubTypes.Type(value = RunEvent.EpochFinished.class, name = "epoch_finished"),
        @JsonSubTypes.Type(value = SearchEvent.CandidatesScored.class, name = "candidates_scored"),
        @JsonSubTypes.Type(value = SearchEvent.EdgesScored.class, name = "edges_scored"),
        @JsonSubTypes.Type(value = SearchEvent.Gauged.class, name = "gauged"),
        @JsonSubTypes.Type(value = SearchEvent.SubnetSampled.class, name = "subnet_sampled"),
        @JsonSubTypes.Type(value = SearchEvent.GenotypeRead.class, name = "genotype_read"),
        @JsonSubTypes.Type(value = SearchEvent.StageBegan.class, name = "stage_began"),
        @JsonSubTypes.Type(value = SearchEvent.OperationsDiscarded.class, name = "operations_discarded"),
        @JsonSubTypes.Type(value = SearchEvent.MaskChanged.class, name = "mask_changed"),
        @JsonSubTypes.Type(value = RunEvent.TestImagesJudged.class, name = "test_images_judged"),
        @JsonSubTypes.Type(value = RunEvent.Paused.class, name = "paused"),
        @JsonSubTypes.Type(value = RunEvent.Resumed.class, name = "resumed"),
        @JsonSubTypes.Type(value = RunEvent.CheckpointWritten.class, name = "checkpoint_written"),
        @JsonSubTypes.Type(value = RunEvent.Warning.class, name = "warning"),
        @JsonSubTypes.Type(value = RunEvent.Stopped.class, name = "stopped"),
        @JsonSubTypes.Type(value = RunEvent.Finished.class, name = "finished"),
        @JsonSubTypes.Type(value = RunEvent.Failed.class, name = "failed")
    })
    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface ByType {}

    /** An enumeration, written by the labels of its values. */
    private interface Labeled {
        @JsonValue
        String label();
    }

    /** The kind of an event that has no class. */
    private interface OfUnknownType {
        @JsonProperty("type")
        String kind();
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Mask.class, new MaskWriter());
        module.addDeserializer(Mask.class, new MaskReader());
        ConfigurationJson.addTo(module);
        return module;
    }

    private static final class MaskWriter extends JsonSerializer<Mask> {
        @Override
        public void serialize(Mask mask, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            for (boolean[] edge : mask.toArray()) {
                json.writeStartArray();
                for (boolean kept : edge) {
                    json.writeNumber(kept ? 1 : 0);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        }
    }

    private static final class MaskReader extends JsonDeserializer<Mask> {
        @Override
        public Mask deserialize(JsonParser json, DeserializationContext context) throws IOException {
            int[][] rows = json.readValueAs(int[][].class);
            boolean[][] kept = new boolean[rows.length][];
            for (int edge = 0; edge < rows.length; edge++) {
                kept[edge] = new boolean[rows[edge].length];
                for (int operation = 0; operation < rows[edge].length; operation++) {
                    kept[edge][operation] = rows[edge][operation] != 0;
                }
            }
            return Mask.of(kept);
        }
    }
}
