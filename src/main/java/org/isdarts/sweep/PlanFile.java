package org.isdarts.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads plans that people write: {@code {"format": "isdarts-sweep", "schema": 1, "axes": {"seed": "0..3"}, ...}}. */
public final class PlanFile {
    static final String FORMAT = "isdarts-sweep";
    static final int SCHEMA = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> ENTRIES = Set.of("format", "schema", "axes", "settings", "skip", "then");

    private final Path file;

    private PlanFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a plan.
     *
     * @throws SweepException if the file holds none
     */
    public static SweepPlan read(Path file) {
        return new PlanFile(file).plan();
    }

    private SweepPlan plan() {
        JsonNode plan = json();
        if (!plan.path("format").asText().equals(FORMAT) || !plan.path("axes").isObject()) {
            throw wrong("is not a plan", "give {\"format\": \"" + FORMAT + "\", \"schema\": 1, \"axes\": {...}}");
        }
        if (plan.path("schema").asInt() > SCHEMA) {
            throw wrong(
                    "has schema " + plan.path("schema").asText() + ", newer than " + SCHEMA + " known here",
                    "use a newer version of the program");
        }
        plan.fieldNames().forEachRemaining(this::requireKnown);
        Map<String, List<String>> axes = new LinkedHashMap<>();
        plan.path("axes").fields().forEachRemaining(axis -> axes.put(axis.getKey(), values(axis)));
        List<Map<String, String>> skip = new ArrayList<>();
        plan.path("skip").forEach(combination -> skip.add(texts(combination)));
        return new SweepPlan(axes, texts(plan.path("settings")), skip, lists(plan.path("then")));
    }

    private JsonNode json() {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException noJson) {
            throw wrong("is not JSON (line " + noJson.getLocation().getLineNr() + ")", "mend it");
        } catch (IOException unreadable) {
            throw new SweepException("cannot read the plan " + file + "; give a file that can be read", unreadable);
        }
    }

    private void requireKnown(String entry) {
        if (!ENTRIES.contains(entry)) {
            throw wrong(
                    "has an entry '" + entry + "', which is not understood",
                    "leave it out, or put it into \"axes\" or \"settings\" if it is a setting");
        }
    }

    private static List<String> values(Map.Entry<String, JsonNode> axis) {
        JsonNode given = axis.getValue();
        return given.isArray()
                ? StreamSupport.stream(given.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : Axis.values(SweepPlan.setting(axis.getKey()), given.asText());
    }

    private static Map<String, String> texts(JsonNode settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.fields()
                .forEachRemaining(setting ->
                        texts.put(setting.getKey(), setting.getValue().asText()));
        return texts;
    }

    /** The same where a value may be a list. */
    private static Map<String, String> lists(JsonNode settings) {
        Map<String, String> lists = new LinkedHashMap<>();
        settings.fields().forEachRemaining(setting -> lists.put(setting.getKey(), list(setting.getValue())));
        return lists;
    }

    private static String list(JsonNode given) {
        return given.isArray()
                ? StreamSupport.stream(given.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : given.asText();
    }

    private SweepException wrong(String reason, String remedy) {
        return new SweepException("the plan " + file + " " + reason + "; " + remedy);
    }
}
