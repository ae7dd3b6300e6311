package org.isdarts.log;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An entry begins with time and level; whatever lines follow up to the next belong to it. */
final class LogLineFormat extends Formatter {
    private static final Pattern START = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\S+Z) ([A-Z]+) ");

    @Override
    public String format(LogRecord record) {
        String stack = record.getThrown() == null
                ? ""
                : "\n" + ProgramLog.details(record.getThrown()).strip();
        return record.getInstant() + " " + record.getLevel().getName() + " " + formatMessage(record) + " ("
                + record.getLoggerName() + ")" + stack + "\n";
    }

    static List<LogEntry> parse(String text) {
        List<LogEntry> entries = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher start = START.matcher(line);
            if (start.lookingAt()) {
                entries.add(new LogEntry(start.group(1), start.group(2), line.substring(start.end())));
            } else if (!entries.isEmpty()) {
                LogEntry last = entries.remove(entries.size() - 1);
                entries.add(new LogEntry(last.time(), last.level(), last.text() + "\n" + line));
            }
        }
        return entries;
    }
}
