package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The window tells the same faults as the terminal, and has no options: sentences told by both name none. */
class WordsOfTheTerminalTest {
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    @Test
    void onlyTheTerminalSpeaksOfOptions() throws IOException {
        Pattern option = Pattern.compile(
                options(new CommandLine(new CommandLineTool())).collect(Collectors.joining("|", "(", ")(?![a-z-])")));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/isdarts"))) {
            List<String> found = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(WordsOfTheTerminalTest::isToldByBoth)
                    .flatMap(file -> literals(file)
                            .filter(words -> option.matcher(words).find())
                            .map(words -> file.getFileName() + ": " + words))
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    /** Without those of {@code serve}, which is typed on the terminal of another machine. */
    private static Stream<String> options(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().optionsMap().keySet().stream().filter(name -> name.startsWith("--")),
                command.getSubcommands().values().stream()
                        .filter(sub -> !sub.getCommandName().equals("serve"))
                        .flatMap(WordsOfTheTerminalTest::options));
    }

    private static boolean isToldByBoth(Path file) {
        String room = file.getName(5).toString();
        return !room.equals("cli") && !room.equals("app");
    }

    private static Stream<String> literals(Path file) {
        try {
            return LITERAL.matcher(Files.readString(file)).results().map(MatchResult::group);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
