package org.isdarts.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isdarts.figure.Figure;

/** A report as a page of XHTML that needs no other file. */
final class ReportHtml {
    private static final String STYLE = "report.css";

    /** Characters of a command that surely have room on one line. */
    private static final int LINE = 80;

    private final Function<Figure, String> drawing;

    /** @param drawing the element that shows a figure */
    ReportHtml(Function<Figure, String> drawing) {
        this.drawing = drawing;
    }

    /** The whole page. */
    String of(Report report) {
        return """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
                <head>
                <meta charset="UTF-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>%s</h1>
                <p class="subtitle">%s</p>
                %s</body>
                </html>
                """
                .formatted(
                        escaped(report.title()),
                        style(),
                        escaped(report.title()),
                        escaped(report.subtitle()),
                        report.sections().stream().map(this::section).collect(Collectors.joining()));
    }

    private String section(Report.Section section) {
        return "<h2>" + escaped(section.title()) + "</h2>\n"
                + section.blocks().stream().map(this::block).collect(Collectors.joining());
    }

    private String block(Report.Block block) {
        if (block instanceof Report.Paragraph paragraph) {
            return "<p>" + escaped(paragraph.text()) + "</p>\n";
        } else if (block instanceof Report.Code code) {
            return "<pre>" + escaped(code.text()) + "</pre>\n";
        } else if (block instanceof Report.Command command) {
            return command.words().stream()
                    .map(words -> words.length() > LINE ? escaped(words) : "<span>" + escaped(words) + "</span>")
                    .collect(Collectors.joining(" ", "<pre class=\"command\">", "</pre>\n"));
        } else if (block instanceof Report.Table table) {
            return table(table.table());
        } else if (block instanceof Report.Picture picture) {
            return "<div class=\"figure\">" + drawing.apply(picture.figure()) + "<p class=\"caption\">"
                    + escaped(picture.figure().caption()) + "</p></div>\n";
        }
        throw new IllegalArgumentException("no element for " + block);
    }

    private static String table(TextTable table) {
        boolean summed = table.rows().stream().anyMatch(TextTable.Row::summary);
        return (summed ? "<table class=\"summed\">" : "<table>") + "\n<thead>" + row("th", table.columns())
                + "</thead>\n<tbody>\n"
                + table.rows().stream().map(ReportHtml::row).collect(Collectors.joining("\n"))
                + "\n</tbody>\n</table>\n";
    }

    private static String row(TextTable.Row row) {
        return row(
                row.summary() ? "th" : "td",
                row.cells().stream().map(TextTable.Cell::shown).toList());
    }

    private static String row(String element, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + element + ">" + escaped(cell) + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream style = ReportHtml.class.getResourceAsStream(STYLE)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
