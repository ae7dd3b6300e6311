package org.isdarts.report;

import java.util.List;
import org.isdarts.figure.Figure;

/**
 * A document about runs, before it is laid out.
 *
 * @param title its title
 * @param subtitle a line below the title
 * @param sections its sections, in order
 */
public record Report(String title, String subtitle, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    /**
     * A section.
     *
     * @param title its heading
     * @param blocks what it holds, in order
     */
    public record Section(String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /** A part of a section. */
    public sealed interface Block {}

    /** Text that flows. */
    public record Paragraph(String text) implements Block {}

    /** Text to type or copy as it stands. */
    public record Code(String text) implements Block {}

    /**
     * A command to type or copy.
     *
     * @param words what stands together on a line: the command, then every option with its value
     */
    public record Command(List<String> words) implements Block {
        public Command {
            words = List.copyOf(words);
        }
    }

    /** A table. */
    public record Table(TextTable table) implements Block {}

    /** A figure with its caption below. */
    public record Picture(Figure figure) implements Block {}
}
