package org.isdarts.kernel.cuda;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * Arguments of a kernel as the driver wants them: pointers to values. A kernel takes {@code Long} as a pointer, {@code
 * Integer} and {@code Float} as what they are, and an array as a struct of its numbers.
 */
final class Arguments {
    private static final int LARGEST = 4096;
    private static final int MOST = 32;

    private final Memory values = new Memory(LARGEST);
    private final Memory pointers = new Memory((long) MOST * Native.POINTER_SIZE);

    /** Valid until the next call; the driver copies them. */
    Pointer of(Object... arguments) {
        long place = 0;
        for (int i = 0; i < arguments.length; i++) {
            pointers.setPointer((long) i * Native.POINTER_SIZE, values.share(place));
            place = (place + put(place, arguments[i]) + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
        }
        return pointers;
    }

    private long put(long place, Object argument) {
        if (argument instanceof Long number) {
            values.setLong(place, number);
            return Long.BYTES;
        }
        if (argument instanceof Integer number) {
            values.setInt(place, number);
            return Integer.BYTES;
        }
        if (argument instanceof Float number) {
            values.setFloat(place, number);
            return Float.BYTES;
        }
        if (argument instanceof int[] numbers) {
            values.write(place, numbers, 0, numbers.length);
            return (long) numbers.length * Integer.BYTES;
        }
        if (argument instanceof long[] numbers) {
            values.write(place, numbers, 0, numbers.length);
            return (long) numbers.length * Long.BYTES;
        }
        float[] numbers = (float[]) argument;
        values.write(place, numbers, 0, numbers.length);
        return (long) numbers.length * Float.BYTES;
    }
}
