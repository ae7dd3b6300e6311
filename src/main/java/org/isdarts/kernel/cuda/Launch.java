package org.isdarts.kernel.cuda;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One launch of a kernel, of which is known what its source says: it overwrites what is not const. */
record Launch(Program program, String kernel, Grid grid, Object... values) implements Call {
    @Override
    public void launch() {
        program.launch(kernel, grid, values);
    }

    @Override
    public Launch at(Placement places) {
        Signature signature = KernelSource.signature(kernel);
        Object[] moved = IntStream.range(0, values.length)
                .mapToObj(i -> moved(values[i], signature.isRead(i) ? places::read : places::written))
                .toArray();
        return new Launch(program, kernel, grid, moved);
    }

    private static Object moved(Object value, LongUnaryOperator place) {
        if (value instanceof Long one) {
            return place.applyAsLong(one);
        }
        return value instanceof long[] several
                ? Arrays.stream(several).map(place).toArray()
                : value;
    }

    @Override
    public List<Long> read() {
        return places(KernelSource.signature(kernel)::isRead);
    }

    @Override
    public List<Long> written() {
        return places(KernelSource.signature(kernel)::isWritten);
    }

    @Override
    public List<Long> changed() {
        Signature signature = KernelSource.signature(kernel);
        return places(i -> signature.isRead(i) && signature.isWritten(i));
    }

    private List<Long> places(IntPredicate wanted) {
        return IntStream.range(0, values.length)
                .filter(wanted)
                .boxed()
                .flatMap(i -> places(values[i]))
                .filter(place -> place != 0)
                .toList();
    }

    private static Stream<Long> places(Object value) {
        if (value instanceof Long place) {
            return Stream.of(place);
        }
        return value instanceof long[] places ? Arrays.stream(places).boxed() : Stream.empty();
    }
}
