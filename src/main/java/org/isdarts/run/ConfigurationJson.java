package org.isdarts.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.settings.ViolationException;

/**
 * How the settings of a run are written as JSON: by key, numbers as numbers and everything else as text. A setting that
 * is missing, as in a run older than it, has its initial value; a key that is no setting's is passed over.
 */
final class ConfigurationJson {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

    private ConfigurationJson() {}

    static void addTo(SimpleModule module) {
        module.addSerializer(Settings.class, new Writer());
        module.addDeserializer(Settings.class, new Reader());
        module.addSerializer(TrainingConfig.class, new ConfigWriter());
        module.addDeserializer(TrainingConfig.class, new ConfigReader());
    }

    private static final class Writer extends JsonSerializer<Settings> {
        @Override
        public void serialize(Settings settings, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            for (Setting<?> setting : settings.settings()) {
                json.writeObjectField(setting.key(), written(setting, settings));
            }
            json.writeEndObject();
        }

        /** A number as one, unless a word stands for it. */
        private static Object written(Setting<?> setting, Settings settings) {
            Object value = settings.get(setting);
            String text = settings.text(setting);
            return value instanceof Number && NUMBER.matcher(text).matches() ? value : text;
        }
    }

    private static final class Reader extends JsonDeserializer<Settings> {
        @Override
        public Settings deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode tree = json.readValueAsTree();
            Map<String, String> texts = new HashMap<>();
            tree.fields().forEachRemaining(field -> {
                if (!field.getValue().isNull()) {
                    texts.put(field.getKey(), field.getValue().asText());
                }
            });
            try {
                return Settings.read(RunKinds.of(texts).settings(), texts);
            } catch (ViolationException damaged) {
                throw JsonMappingException.from(json, damaged.getMessage(), damaged);
            }
        }
    }

    private static final class ConfigWriter extends JsonSerializer<TrainingConfig> {
        @Override
        public void serialize(TrainingConfig config, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeObject(config.settings());
        }
    }

    private static final class ConfigReader extends JsonDeserializer<TrainingConfig> {
        @Override
        public TrainingConfig deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return RunKinds.config(json.readValueAs(Settings.class));
            } catch (ViolationException damaged) {
                throw JsonMappingException.from(json, damaged.getMessage(), damaged);
            }
        }
    }
}
