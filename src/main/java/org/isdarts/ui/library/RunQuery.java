package org.isdarts.ui.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isdarts.run.RunKinds;
import org.isdarts.run.RunState;

/**
 * What runs to list, as typed: {@code state:finished seed:0 >60} for finished runs of seed 0 with a test accuracy
 * above 60 %. Every term must hold. Words without a colon match name, folder, kind, strategy, space, data, state, tags and note.
 *
 * @param matches whether a run is wanted
 * @param mistake what is wrong with the text, in one line; empty if nothing is
 */
record RunQuery(Predicate<RunRow> matches, String mistake) {
    private static final Map<String, Function<RunRow, String>> FIELDS = Map.of(
            "space", RunRow::space,
            "strategy", RunRow::strategy,
            "preset", row -> row.run().manifest().configuration().presetName(),
            "data", row -> setting(row, "data"),
            "name", row -> row.name() + "\n" + row.folder(),
            "tag", row -> row.labels().tags().stream().collect(Collectors.joining("\n")));

    private static final Pattern FIELD = Pattern.compile("([a-z]+):(.*)");
    private static final Pattern ACCURACY = Pattern.compile("(>=|<=|>|<)(.*)");

    /** Reads a text. A term that cannot be read is left out, and told. */
    static RunQuery of(String text) {
        Predicate<RunRow> all = row -> true;
        StringBuilder mistakes = new StringBuilder();
        for (String term : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            try {
                all = all.and(term(term));
            } catch (IllegalArgumentException wrong) {
                mistakes.append(mistakes.isEmpty() ? "" : "; ").append(wrong.getMessage());
            }
        }
        return new RunQuery(all, mistakes.toString());
    }

    private static Predicate<RunRow> term(String term) {
        if (term.startsWith("-") && term.length() > 1) {
            return term(term.substring(1)).negate();
        }
        Matcher accuracy = ACCURACY.matcher(term);
        if (accuracy.matches()) {
            return accuracy(accuracy.group(1), accuracy.group(2));
        }
        Matcher field = FIELD.matcher(term);
        return field.matches()
                ? field(field.group(1), field.group(2))
                : row -> row.words().contains(term);
    }

    private static Predicate<RunRow> field(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("'" + name + ":' lacks what to look for, such as " + example(name));
        }
        return switch (name) {
            case "state" -> {
                List<String> known =
                        Arrays.stream(RunState.values()).map(RunState::label).toList();
                yield word("state", known, value, row -> row.summary().state().label());
            }
            case "kind" -> word("kind of run", RunKinds.names(), value, RunRow::kind);
            case "seed" -> seed(value);
            case "is" -> pinned(value);
            default -> {
                Function<RunRow, String> text = FIELDS.get(name);
                if (text == null) {
                    throw new IllegalArgumentException("no run has a '" + name
                            + "'; known are state, kind, strategy, seed, space, preset, data, tag, name and is:pinned");
                }
                yield row -> text.apply(row).toLowerCase(Locale.ROOT).contains(value);
            }
        };
    }

    private static String example(String name) {
        return switch (name) {
            case "state" -> "state:finished";
            case "kind" -> "kind:" + RunKinds.names().get(0);
            case "seed" -> "seed:0";
            case "is" -> "is:pinned";
            case "strategy" -> "strategy:darts-1";
            default -> name + ":darts";
        };
    }

    /** One of the words that there are; its beginning is enough. */
    private static Predicate<RunRow> word(
            String what, List<String> known, String value, Function<RunRow, String> word) {
        if (known.stream().noneMatch(one -> one.startsWith(value))) {
            throw new IllegalArgumentException(
                    "no " + what + " is called '" + value + "'; known are " + String.join(", ", known));
        }
        return row -> word.apply(row).startsWith(value);
    }

    private static Predicate<RunRow> seed(String value) {
        if (!value.matches("-?\\d+")) {
            throw new IllegalArgumentException("seed '" + value + "' is not a whole number");
        }
        return row -> setting(row, "seed").equals(value);
    }

    private static Predicate<RunRow> pinned(String value) {
        if (!value.equals("pinned")) {
            throw new IllegalArgumentException("'is:" + value + "' is unknown; is:pinned finds pinned runs");
        }
        return row -> row.labels().pinned();
    }

    private static Predicate<RunRow> accuracy(String comparison, String number) {
        double percent;
        try {
            percent = Double.parseDouble(number.replace("%", ""));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "'" + comparison + number + "' needs a number of percent, such as " + comparison + "60");
        }
        return row -> switch (comparison) {
            case ">" -> row.accuracy() > percent;
            case "<" -> row.accuracy() < percent;
            case ">=" -> row.accuracy() >= percent;
            default -> row.accuracy() <= percent;
        };
    }

    private static String setting(RunRow row, String name) {
        return row.setting(name);
    }
}
