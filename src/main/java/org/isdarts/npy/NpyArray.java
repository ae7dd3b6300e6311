package org.isdarts.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private static final Pattern HEADER =
            Pattern.compile("'descr':\\s*'([^']+)'.*'fortran_order':\\s*(True|False).*'shape':\\s*\\(([^)]*)\\)");

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
        ByteBuffer length = littleEndian(Arrays.copyOf(exactly(stream, lengthBytes), 4));
        String header = new String(exactly(stream, length.getInt()), StandardCharsets.UTF_8);
        Matcher parts = HEADER.matcher(header);
        if (!parts.find() || parts.group(2).equals("True")) {
            throw new IOException("unsupported NumPy header " + header.trim());
        }
        int[] shape = Arrays.stream(parts.group(3).split(","))
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        String type = parts.group(1);
        int width = Integer.parseInt(type.substring(2));
        ByteBuffer data = littleEndian(exactly(stream, Math.multiplyExact(count, width)));
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case "<f4" -> data.getFloat();
                case "<f8" -> data.getDouble();
                case "<i8" -> data.getLong();
                case "<i4" -> data.getInt();
                case "|i1" -> data.get();
                case "|u1" -> Byte.toUnsignedInt(data.get());
                default -> throw new IOException("unsupported NumPy type " + type);
            };
        }
        return new NpyArray(shape, values);
    }

    /** The bytes of a float32 array file. */
    public static byte[] write(int[] shape, float[] values) {
        StringBuilder dimensions = new StringBuilder();
        for (int length : shape) {
            dimensions.append(length).append(", ");
        }
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': ("
                + dimensions.toString().trim() + "), }";
        int unpadded = MAGIC.length + 4 + text.length() + 1;
        String header = text + " ".repeat(Math.floorMod(-unpadded, 64)) + "\n";
        ByteBuffer file = ByteBuffer.allocate(MAGIC.length + 4 + header.length() + 4 * values.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length());
        file.put(header.getBytes(StandardCharsets.US_ASCII));
        file.asFloatBuffer().put(values);
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
