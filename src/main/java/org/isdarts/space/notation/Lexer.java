package org.isdarts.space.notation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into names, numbers, quoted texts and signs. Space of every kind, byte-order marks, backslashes before
 * signs (Markdown and shells add them) and comments from # to the end of the line stand between tokens.
 */
final class Lexer {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*+");
    private static final Pattern NUMBER = Pattern.compile("(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][-+]?\\d++)?");
    private static final Pattern TEXT = Pattern.compile("[bBuUrR]?('''|\"\"\"|'|\")");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)", Pattern.DOTALL);
    private static final Pattern ROUNDED_SINGLE = Pattern.compile("[\u2018\u2019\u201A\u201B\u2032]");
    private static final Pattern ROUNDED_DOUBLE = Pattern.compile("[\u201C\u201D\u201E\u2033]");

    /** Most characters of a text that a message repeats. */
    private static final int SHOWN = 30;

    private final String text;

    /** A lexer of a text in which quotes that a word processor has rounded are straight again. */
    Lexer(String text) {
        String singles = ROUNDED_SINGLE.matcher(text).replaceAll("'");
        this.text = ROUNDED_DOUBLE.matcher(singles).replaceAll("\"").replace("\\_", "_");
    }

    /** The first token at or behind an index. */
    Token next(int from) {
        int start = behindSpace(from);
        if (start == text.length()) {
            return new Token(Token.Kind.END, "", start, start);
        }
        Matcher quote = at(TEXT, start);
        if (quote.lookingAt() && !isApostrophe(start)) {
            int close = close(quote.group(1), quote.end());
            if (close >= 0) {
                return new Token(
                        Token.Kind.TEXT,
                        unescaped(text.substring(quote.end(), close)),
                        start,
                        close + quote.group(1).length());
            }
        }
        Matcher name = at(NAME, start);
        if (name.lookingAt()) {
            return new Token(Token.Kind.NAME, name.group(), start, name.end());
        }
        Matcher number = at(NUMBER, start);
        if (number.lookingAt()) {
            return new Token(Token.Kind.NUMBER, number.group(), start, number.end());
        }
        return new Token(Token.Kind.SIGN, text.substring(start, start + 1), start, start + 1);
    }

    /** The text from an index on, as far as a message has room for it. */
    String excerpt(int from) {
        String rest = text.substring(from, Math.min(text.length(), from + 4 * SHOWN))
                .strip()
                .replaceAll("\\s+", " ");
        return rest.length() <= SHOWN ? rest : rest.substring(0, SHOWN) + " …";
    }

    /** The line of an index, from 1. */
    int line(int index) {
        return 1 + (int) text.chars().limit(index).filter(sign -> sign == '\n').count();
    }

    private int behindSpace(int from) {
        int index = from;
        while (index < text.length()) {
            if (text.charAt(index) == '#') {
                int newLine = text.indexOf('\n', index);
                index = newLine < 0 ? text.length() : newLine;
            } else if (isSpace(text.charAt(index))) {
                index++;
            } else {
                break;
            }
        }
        return index;
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.FORMAT
                || sign == '\\';
    }

    /** Quotes directly behind a letter belong to a word such as "isn't". */
    private boolean isApostrophe(int start) {
        return start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
    }

    /** Where a quoted text closes, or -1; only between three quotes may it hold several lines. */
    private int close(String quote, int from) {
        for (int index = from; index < text.length(); index++) {
            if (text.startsWith(quote, index)) {
                return index;
            }
            if (text.charAt(index) == '\n' && quote.length() == 1) {
                return -1;
            }
            index += text.charAt(index) == '\\' ? 1 : 0;
        }
        return -1;
    }

    private Matcher at(Pattern pattern, int from) {
        return pattern.matcher(text).region(from, text.length());
    }

    private static String unescaped(String quoted) {
        return ESCAPE.matcher(quoted).replaceAll(escape -> Matcher.quoteReplacement(unescapedSign(escape.group(1))));
    }

    private static String unescapedSign(String escape) {
        return switch (escape.charAt(0)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'u' -> escape.length() == 1
                    ? escape
                    : String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
            default -> escape;
        };
    }
}
