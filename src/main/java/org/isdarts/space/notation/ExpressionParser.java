package org.isdarts.space.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parses the values that Python and JSON write, sums and products of lists, and the string of NAS-Bench-201. */
final class ExpressionParser {
    /** No genotype is nested deeper; texts of nothing but brackets are. */
    private static final int DEEPEST = 40;

    private static final int LONGEST = 10_000;
    private static final Map<Character, Character> CLOSING = Map.of('[', ']', '(', ')', '{', '}');

    private final Lexer lexer;
    private Token token;
    private int end;
    private int depth;

    /** A parser of what begins at an index. */
    ExpressionParser(Lexer lexer, int start) {
        this.lexer = lexer;
        token = lexer.next(start);
    }

    /** The index behind what was parsed. */
    int end() {
        return end;
    }

    /**
     * Parses a value.
     *
     * @throws Unparsable if there is none
     * @throws IllegalArgumentException if brackets are nested too deeply; the message says so in one line
     */
    Value expression() {
        Value sum = product();
        while (token.isSign('+') && sum instanceof Value.Sequence before) {
            accept();
            if (!(product() instanceof Value.Sequence added)) {
                throw notUnderstood();
            }
            sum = before.followedBy(added);
            require(((Value.Sequence) sum).items().size() <= LONGEST);
        }
        return sum;
    }

    private Value product() {
        Value product = operand();
        while (token.isSign('*') && product instanceof Value.Sequence repeated) {
            accept();
            require(token.isNumber() && token.text().matches("\\d{1,3}"));
            Value.Sequence all = new Value.Sequence(List.of());
            for (int times = Integer.parseInt(accept().text()); times > 0; times--) {
                all = all.followedBy(repeated);
                require(all.items().size() <= LONGEST);
            }
            product = all;
        }
        return product;
    }

    private Value operand() {
        if (token.isText()) {
            return text();
        }
        if (token.isSign('-') || token.isNumber()) {
            return number();
        }
        if (token.isName()) {
            return nameOrCall();
        }
        if (token.isSign('|')) {
            return bars();
        }
        require(token.opens());
        return token.isSign('{') ? mapping() : sequence();
    }

    /** Python joins texts that stand side by side. */
    private Value text() {
        StringBuilder joined = new StringBuilder();
        while (token.isText()) {
            joined.append(accept().text());
        }
        return new Value.Text(joined.toString());
    }

    private Value number() {
        String sign = token.isSign('-') ? accept().text() : "";
        require(token.isNumber());
        return new Value.Numeral(sign + accept().text());
    }

    private Value nameOrCall() {
        String name = accept().text();
        if (!token.isSign('(')) {
            return new Value.Name(name);
        }
        List<Value> arguments = new ArrayList<>();
        List<Value.Field> keywords = new ArrayList<>();
        items(() -> {
            if (token.isName() && lexer.next(token.end()).isSign('=')) {
                String keyword = accept().text();
                accept();
                keywords.add(new Value.Field(keyword, expression()));
            } else {
                arguments.add(expression());
            }
        });
        return PythonFunctions.evaluate(new Value.Call(name, arguments, new Value.Mapping(keywords)));
    }

    /** Parentheses around a single value do not make a tuple of it. */
    private Value sequence() {
        boolean parentheses = token.isSign('(');
        List<Value> items = new ArrayList<>();
        boolean comma = items(() -> items.add(expression()));
        return parentheses && items.size() == 1 && !comma ? items.get(0) : new Value.Sequence(items);
    }

    private Value mapping() {
        List<Value.Field> fields = new ArrayList<>();
        items(() -> {
            require(token.isText() || token.isName() || token.isNumber());
            String name = accept().text();
            require(token.isSign(':'));
            accept();
            fields.add(new Value.Field(name, expression()));
        });
        return new Value.Mapping(fields);
    }

    /**
     * Parses what stands between brackets, separated by commas.
     *
     * @return whether a comma stands before the closing bracket
     */
    private boolean items(Runnable item) {
        char closing = CLOSING.get(accept().text().charAt(0));
        goDeeper();
        boolean comma = false;
        while (!token.isSign(closing)) {
            item.run();
            comma = token.isSign(',');
            if (comma) {
                accept();
            } else {
                require(token.isSign(closing));
            }
        }
        depth--;
        accept();
        return comma;
    }

    /** Ends the reading of the whole text: to try again behind every bracket would take the time of its square. */
    private void goDeeper() {
        depth++;
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "it nests brackets more than " + DEEPEST + " deep; give the text of one genotype");
        }
    }

    /** The nodes of NAS-Bench-201, {@code |op~0|+|op~0|op~1|+...}, as the lists that its API makes of them. */
    private Value bars() {
        List<Value> nodes = new ArrayList<>();
        nodes.add(node());
        while (token.isSign('+')) {
            accept();
            nodes.add(node());
        }
        return new Value.Sequence(nodes);
    }

    private Value node() {
        List<Value> entries = new ArrayList<>();
        require(token.isSign('|'));
        accept();
        do {
            require(token.isName());
            String operation = accept().text();
            require(token.isSign('~'));
            accept();
            require(token.isNumber());
            String source = accept().text();
            require(token.isSign('|'));
            accept();
            entries.add(new Value.Sequence(List.of(new Value.Text(operation), new Value.Numeral(source))));
        } while (token.isName() && lexer.next(token.end()).isSign('~'));
        return new Value.Sequence(entries);
    }

    private Token accept() {
        Token accepted = token;
        end = token.end();
        token = lexer.next(end);
        return accepted;
    }

    private void require(boolean fits) {
        if (!fits) {
            throw notUnderstood();
        }
    }

    private Unparsable notUnderstood() {
        return new Unparsable(
                token.isEnd()
                        ? "it ends before its last bracket is closed; give the whole text"
                        : "'" + lexer.excerpt(token.start())
                                + "' is not understood; give lists of operations and nodes");
    }
}
