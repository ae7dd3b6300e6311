package org.isdarts.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The declaration of a setting: what it is called in files, on the command line and on screen, what it means, which
 * values it may have, and which one it has by default. Two declarations are never equal.
 *
 * @param <T> the type of its values, which must be immutable
 */
public final class Setting<T> {
    private final String key;
    private final String formerKey;
    private final String label;
    private final String help;
    private final Kind<T> kind;
    private final T initial;
    private final boolean changeable;
    private final Rule<T> rule;

    private record Rule<T>(Predicate<T> kept, String reason, String remedy) {}

    private Setting(Builder<T> builder) {
        key = builder.key;
        formerKey = builder.formerKey;
        label = builder.label;
        help = builder.help;
        kind = builder.kind;
        initial = builder.initial;
        changeable = builder.changeable;
        rule = builder.rule;
    }

    /**
     * Begins a declaration.
     *
     * @param key its name in files, in camel case
     * @param kind which values it may have
     * @param initial its value where nothing else is said
     */
    public static <T> Builder<T> of(String key, Kind<T> kind, T initial) {
        return new Builder<>(key, kind, initial);
    }

    /** Collects a declaration. */
    public static final class Builder<T> {
        private final String key;
        private final Kind<T> kind;
        private final T initial;
        private String formerKey = "";
        private String label;
        private String help;
        private boolean changeable;
        private Rule<T> rule = new Rule<>(value -> true, "", "");

        private Builder(String key, Kind<T> kind, T initial) {
            this.key = key;
            this.kind = kind;
            this.initial = initial;
            this.label = key;
        }

        /** The key it had in earlier versions, by which files and the command line may still name it. */
        public Builder<T> formerly(String earlierKey) {
            formerKey = earlierKey;
            return this;
        }

        /** What it is called on screen. */
        public Builder<T> label(String words) {
            label = words;
            return this;
        }

        /** What it means, in one sentence. */
        public Builder<T> help(String sentence) {
            help = sentence;
            return this;
        }

        /** Says that a run may be resumed with another value. */
        public Builder<T> changeable() {
            changeable = true;
            return this;
        }

        /**
         * A condition on its values beyond their range.
         *
         * @param reason what is wrong with others, to follow the value: {@code "is odd"}
         * @param remedy what would be right: {@code "give an even number"}
         */
        public Builder<T> rule(Predicate<T> condition, String reason, String remedy) {
            rule = new Rule<>(condition, reason, remedy);
            return this;
        }

        /** The setting as declared. */
        public Setting<T> build() {
            return new Setting<>(this);
        }
    }

    /** Its name in files and events, such as {@code batchSize}. */
    public String key() {
        return key;
    }

    /** Its name on the command line, such as {@code --batch-size}. */
    public String option() {
        return option(key);
    }

    /** The name that the command line had for it in earlier versions; empty if it had no other. */
    public Optional<String> formerOption() {
        return formerKey.isEmpty() ? Optional.empty() : Optional.of(option(formerKey));
    }

    private static String option(String key) {
        return "--" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The text that a file of texts by key has for it; empty if it has none. */
    public Optional<String> in(Map<String, String> texts) {
        return Optional.ofNullable(texts.getOrDefault(key, texts.get(formerKey)));
    }

    /** Its name on screen, such as {@code Batch size}. */
    public String label() {
        return label;
    }

    /** What it means, in one sentence. */
    public String help() {
        return help;
    }

    /** Its value where nothing else is said. */
    public T initial() {
        return initial;
    }

    /** Whether a run may be resumed with another value. */
    public boolean isChangeable() {
        return changeable;
    }

    /** The values it may have, if they can be listed; empty otherwise. */
    public List<T> choices() {
        return kind.choices();
    }

    /** What stands for its value where a command is described, such as {@code N} or {@code auto|fp32|bf16}. */
    public String placeholder() {
        return kind.placeholder();
    }

    /** A value as text; {@link #parse} gives the value back. */
    public String format(T value) {
        return kind.format(value);
    }

    /**
     * The value that a text stands for.
     *
     * @throws ViolationException if it stands for none, or for one this setting may not have
     */
    public T parse(String text) {
        try {
            T value = kind.parse(text.strip());
            require(value);
            return value;
        } catch (UnfitException unfit) {
            throw violation(unfit.getMessage(), unfit.remedy());
        }
    }

    /**
     * Checks a value on its own.
     *
     * @throws ViolationException if this setting may not have it
     */
    public void check(T value) {
        try {
            require(value);
        } catch (UnfitException unfit) {
            throw violation(unfit.getMessage(), unfit.remedy());
        }
    }

    private void require(T value) {
        kind.check(value);
        if (!rule.kept.test(value)) {
            throw new UnfitException(format(value) + " " + rule.reason, rule.remedy);
        }
    }

    /**
     * To be thrown where a value of this setting cannot be used.
     *
     * @param reason what is wrong, beginning with the value: {@code "1 is too small"}
     * @param remedy what would be right: {@code "give at least 2"}
     */
    public ViolationException violation(String reason, String remedy) {
        return new ViolationException(new Violation(this, reason, remedy));
    }

    @Override
    public String toString() {
        return key;
    }
}
