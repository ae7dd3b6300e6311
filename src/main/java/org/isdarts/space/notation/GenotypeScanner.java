package org.isdarts.space.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isdarts.space.Genotype;

/**
 * Finds the genotypes in a text, whatever else stands in it: a log, a table of a README, a module of many genotypes.
 * Everything that looks like a part of a genotype must belong to one that is found.
 */
final class GenotypeScanner {
    /** Texts within texts; JSON within JSON within JSON has been seen. */
    private static final int DEEPEST = 3;

    private final Lexer lexer;
    private final int depth;
    private final List<Found> found = new ArrayList<>();
    private Assignment assignment = new Assignment("", 0);
    /** The outermost value that began before the place looked at, and turned out to be none. */
    private Failure failure = new Failure(0, "");

    /**
     * A genotype in the text.
     *
     * @param name what it is assigned to, or an empty text
     * @param line the line it begins in, from 1
     */
    record Found(Genotype genotype, String name, int line) {}

    /** A name that something is assigned to, and where that begins. */
    private record Assignment(String name, int value) {}

    /** A value that cannot be parsed to its end: where it was given up, and why. */
    private record Failure(int end, String reason) {}

    private GenotypeScanner(String text, int depth) {
        lexer = new Lexer(text);
        this.depth = depth;
    }

    /**
     * The genotypes in a text, in order.
     *
     * @throws IllegalArgumentException if one is recognized that cannot be read; the message says why in one line
     */
    static List<Found> scan(String text) {
        return new GenotypeScanner(text, 0).scan();
    }

    private List<Found> scan() {
        int position = 0;
        for (Token token = lexer.next(position); !token.isEnd(); token = lexer.next(position)) {
            position = step(token);
        }
        return found;
    }

    /** Looks at a token and tells where to look next. */
    private int step(Token token) {
        Token second = lexer.next(token.end());
        if (token.isText()) {
            Optional<Integer> behind = quoted(token);
            if (behind.isPresent()) {
                return behind.get();
            }
        }
        if (beginsField(token)) {
            return fields(token);
        }
        if (isAssigned(token, second)) {
            assignment = new Assignment(token.text(), lexer.next(second.end()).start());
            return second.end();
        }
        if (token.opens() || (token.isName() && second.isSign('(')) || beginsBars(token)) {
            return value(token).orElseGet(() -> behind(token));
        }
        if ((token.isName() && second.isSign('~') && lexer.next(second.end()).isNumber())
                || (token.isSign('+') && beginsBars(second))) {
            throw new IllegalArgumentException("it has '" + lexer.excerpt(token.start())
                    + "' outside of bars; give |operation~node|+|operation~node|operation~node|+…");
        }
        return behind(token);
    }

    /** Behind a token; of a quoted text only behind its opening quote, which may have been none. */
    private static int behind(Token token) {
        return token.isText() ? token.start() + 1 : token.end();
    }

    private boolean beginsBars(Token token) {
        Token operation = lexer.next(token.end());
        return token.isSign('|')
                && operation.isName()
                && lexer.next(operation.end()).isSign('~');
    }

    private static boolean isAssigned(Token token, Token second) {
        return (token.isName() && second.isSign('=')) || (token.isText() && second.isSign(':'));
    }

    /** Whether a name of DARTS's fields stands here outside of a call or a dictionary, with a list behind it. */
    private boolean beginsField(Token token) {
        Token equals = lexer.next(token.end());
        return (token.isName() || token.isText())
                && DartsCells.hasField(token.text())
                && (equals.isSign('=') || equals.isSign(':'))
                && beginsList(lexer.next(equals.end()));
    }

    private boolean beginsList(Token token) {
        return token.opens() || (token.isName() && lexer.next(token.end()).isSign('('));
    }

    /** The genotypes in a quoted text; where it ends, if there are any. */
    private Optional<Integer> quoted(Token token) {
        if (depth < DEEPEST && (token.text().contains("~") || token.text().contains("normal"))) {
            try {
                List<Found> inside = new GenotypeScanner(token.text(), depth + 1).scan();
                inside.forEach(one -> found.add(found(one.genotype(), token)));
                return inside.isEmpty() ? Optional.empty() : Optional.of(token.end());
            } catch (IllegalArgumentException notWhole) {
                // What stands between these quotes may be cut by them, as in 'Genotype(normal=[('skip', 0'.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A value that a notation recognizes; where it ends. */
    private Optional<Integer> value(Token start) {
        ExpressionParser parser = new ExpressionParser(lexer, start.start());
        try {
            Value value = parser.expression();
            return add(value, start) ? Optional.of(parser.end()) : Optional.empty();
        } catch (Unparsable broken) {
            if (start.end() > failure.end()) {
                failure = new Failure(Math.max(parser.end(), start.end()), broken.getMessage());
            }
            Token bracket = start.opens() ? start : lexer.next(start.end());
            if (beginsBars(start) || beginsField(lexer.next(bracket.end()))) {
                throw new IllegalArgumentException("it looks like a genotype, but " + broken.getMessage());
            }
            return Optional.empty();
        }
    }

    /** The fields of DARTS that follow one another without anything around them. */
    private int fields(Token first) {
        List<Value.Field> fields = new ArrayList<>();
        int end = first.start();
        for (Token token = first; beginsField(token); token = behindComma(end)) {
            int begin = lexer.next(token.end()).end();
            ExpressionParser parser = new ExpressionParser(lexer, begin);
            try {
                fields.add(new Value.Field(token.text(), parser.expression()));
            } catch (Unparsable broken) {
                throw new IllegalArgumentException("it has " + token.text() + ", but " + broken.getMessage());
            }
            end = parser.end();
        }
        Value.Mapping genotype = new Value.Mapping(fields);
        if (!add(genotype, first)) {
            throw new IllegalArgumentException("its " + first.text() + " is not a list of operations");
        }
        return end;
    }

    private Token behindComma(int index) {
        Token token = lexer.next(index);
        return token.isSign(',') || token.isSign(';') ? lexer.next(token.end()) : token;
    }

    private boolean add(Value value, Token start) {
        for (Notation notation : Notation.ALL) {
            if (notation.recognizes(value)) {
                found.add(found(read(notation, value, start), start));
                return true;
            }
        }
        return false;
    }

    private Found found(Genotype genotype, Token start) {
        String name = assignment.value() == start.start() ? assignment.name() : "";
        return new Found(genotype, name, lexer.line(start.start()));
    }

    private Genotype read(Notation notation, Value value, Token start) {
        try {
            return notation.read(value);
        } catch (IllegalArgumentException unfit) {
            boolean partOfMore = value instanceof Value.Sequence && start.start() < failure.end();
            String reason = partOfMore ? failure.reason() : unfit.getMessage();
            throw new IllegalArgumentException("it looks like " + notation.title() + ", but " + reason, unfit);
        }
    }
}
