package org.isdarts.space.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The functions of Python and NumPy that stand in printed genotypes, as the values they give. */
final class PythonFunctions {
    private static final Pattern SCALAR =
            Pattern.compile("(?:\\w+\\.)?(?:u?int(?:p|c|8|16|32|64)?_?|float(?:16|32|64)?|str_?|tensor)");
    private static final Pattern COLLECTION = Pattern.compile("(?:\\w+\\.)?(?:list|tuple|array)");
    private static final Pattern DICTIONARY = Pattern.compile("(?:\\w+\\.)?(?:dict|OrderedDict)");
    private static final int LONGEST_RANGE = 1000;

    private PythonFunctions() {}

    /** What a call gives; of other functions the call as it is. */
    static Value evaluate(Value.Call call) {
        if (call.function().equals("range")) {
            return range(call);
        }
        if (call.arguments().size() == 1) {
            Value argument = call.arguments().get(0);
            if (SCALAR.matcher(call.function()).matches()
                    && (argument instanceof Value.Numeral || argument instanceof Value.Text)) {
                return argument;
            }
            if (COLLECTION.matcher(call.function()).matches() && argument instanceof Value.Sequence) {
                return argument;
            }
            if (DICTIONARY.matcher(call.function()).matches()) {
                return dictionary(call, argument);
            }
        }
        return call;
    }

    private static Value range(Value.Call call) {
        List<Integer> given = new ArrayList<>();
        for (Value argument : call.arguments()) {
            if (argument instanceof Value.Numeral number && number.integer().isPresent()) {
                given.add(number.integer().get());
            }
        }
        if (given.size() != call.arguments().size() || given.isEmpty() || given.size() > 3) {
            return call;
        }
        int from = given.size() == 1 ? 0 : given.get(0);
        int to = given.get(given.size() == 1 ? 0 : 1);
        int step = given.size() == 3 ? given.get(2) : 1;
        return step == 0 ? call : range(from, to, step);
    }

    private static Value range(int from, int to, int step) {
        return new Value.Sequence(IntStream.iterate(from, i -> step > 0 ? i < to : i > to, i -> i + step)
                .limit(LONGEST_RANGE)
                .<Value>mapToObj(i -> new Value.Numeral(Integer.toString(i)))
                .toList());
    }

    private static Value dictionary(Value.Call call, Value argument) {
        if (argument instanceof Value.Mapping) {
            return argument;
        }
        List<Value.Field> fields = new ArrayList<>();
        if (argument instanceof Value.Sequence pairs) {
            for (Value pair : pairs.items()) {
                if (pair instanceof Value.Sequence two
                        && two.items().size() == 2
                        && two.items().get(0) instanceof Value.Text name) {
                    fields.add(new Value.Field(name.text(), two.items().get(1)));
                } else {
                    return call;
                }
            }
        }
        return new Value.Mapping(fields);
    }
}
