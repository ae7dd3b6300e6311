package org.isdarts.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array of numbers as NumPy writes it (format version 1 to 3, little endian, C order).
 *
 * @param shape lengths of the dimensions, none for a single number
 * @param values the numbers in row-major order; every supported type fits a double exactly, integers up to 2^53
 */
public record NpyArray(int[] shape, double[] values) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** The supported types of numbers by NumPy's names. */
    private static final Map<String, Element> ELEMENTS = Map.of(
            "<f4", new Element(Float.BYTES, ByteBuffer::getFloat),
            "<f8", new Element(Double.BYTES, ByteBuffer::getDouble),
            "<i8", new Element(Long.BYTES, ByteBuffer::getLong),
            "<i4", new Element(Integer.BYTES, ByteBuffer::getInt),
            "|i1", new Element(Byte.BYTES, ByteBuffer::get),
            "|u1", new Element(Byte.BYTES, data -> Byte.toUnsignedInt(data.get())));

    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern HEADER =
            Pattern.compile("'descr':\\s*'([^']+)'.*'fortran_order':\\s*(True|False).*'shape':\\s*\\(([0-9, ]*)\\)");

    /** A type of number: its size, and how the next one is taken from the data. */
    private record Element(int bytes, ToDoubleFunction<ByteBuffer> next) {}

    /** The numbers as floats. */
    public float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The numbers as integers. */
    public int[] ints() {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    /**
     * Reads one array.
     *
     * @throws IOException if the stream ends early or holds something else
     */
    public static NpyArray read(InputStream stream) throws IOException {
        byte[] start = exactly(stream, MAGIC.length + 2);
        if (!Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC)) {
            throw new IOException("not a NumPy array");
        }
        int lengthBytes = start[MAGIC.length] == 1 ? 2 : 4;
        int length =
                littleEndian(Arrays.copyOf(exactly(stream, lengthBytes), 4)).getInt();
        if (length < 0 || length > LONGEST_HEADER) {
            throw new IOException("unsupported NumPy header of " + Integer.toUnsignedString(length) + " bytes");
        }
        String header = new String(exactly(stream, length), StandardCharsets.UTF_8);
        Matcher parts = HEADER.matcher(header);
        if (!parts.find() || parts.group(2).equals("True")) {
            throw unsupported(header);
        }
        Element element = ELEMENTS.get(parts.group(1));
        if (element == null) {
            throw new IOException("unsupported NumPy type " + parts.group(1));
        }
        int[] shape;
        int bytes;
        try {
            shape = dimensions(parts.group(3));
            bytes = Arrays.stream(shape).reduce(element.bytes, Math::multiplyExact);
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            throw unsupported(header);
        }
        ByteBuffer data = littleEndian(exactly(stream, bytes));
        double[] values = new double[bytes / element.bytes];
        for (int i = 0; i < values.length; i++) {
            values[i] = element.next.applyAsDouble(data);
        }
        return new NpyArray(shape, values);
    }

    private static int[] dimensions(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(dimension -> !dimension.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static IOException unsupported(String header) {
        return new IOException("unsupported NumPy header " + header.trim());
    }

    /** The bytes of a float32 array file. */
    public static byte[] write(int[] shape, float[] values) {
        return file("<f4", shape, Float.BYTES * values.length, numbers -> numbers.asFloatBuffer()
                .put(values));
    }

    /** The bytes of a float64 array file. */
    public static byte[] write(int[] shape, double[] values) {
        return file("<f8", shape, Double.BYTES * values.length, numbers -> numbers.asDoubleBuffer()
                .put(values));
    }

    /** A file with its header and what {@code content} puts behind it. */
    private static byte[] file(String type, int[] shape, int bytes, Consumer<ByteBuffer> content) {
        StringBuilder dimensions = new StringBuilder();
        for (int length : shape) {
            dimensions.append(length).append(", ");
        }
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': ("
                + dimensions.toString().trim() + "), }";
        int unpadded = MAGIC.length + 4 + text.length() + 1;
        String header = text + " ".repeat(Math.floorMod(-unpadded, 64)) + "\n";
        ByteBuffer file =
                ByteBuffer.allocate(MAGIC.length + 4 + header.length() + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length());
        file.put(header.getBytes(StandardCharsets.US_ASCII));
        content.accept(file);
        return file.array();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] exactly(InputStream stream, int count) throws IOException {
        byte[] bytes = stream.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the NumPy array ends after " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }
}
