package org.isdarts.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyArrayTest {
    private static NpyArray read(byte[] bytes) throws IOException {
        return NpyArray.read(new ByteArrayInputStream(bytes));
    }

    /** A file of the given version as NumPy lays it out: magic, version, header length, header, data. */
    private static byte[] file(int version, String header, byte... data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        file.put((byte) version).put((byte) 0);
        if (version == 1) {
            file.putShort((short) text.length);
        } else {
            file.putInt(text.length);
        }
        file.put(text).put(data);
        return Arrays.copyOf(file.array(), file.position());
    }

    private static String header(String type, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }   \n";
    }

    private static byte[] bytes(int length, java.util.function.Consumer<ByteBuffer> content) {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        content.accept(buffer);
        return buffer.array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "2 3", "2 3 1 4", "0", "4 0"})
    void readsWhatItWrote(String dimensions) throws IOException {
        int[] shape = dimensions.isEmpty()
                ? new int[0]
                : Arrays.stream(dimensions.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = i - 1.5f;
        }
        NpyArray array = read(NpyArray.write(shape, values));
        assertThat(array.shape()).isEqualTo(shape);
        assertThat(array.floats()).isEqualTo(values);
    }

    @Test
    void keepsEveryFloat() throws IOException {
        float[] values = {Float.NaN, Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE, Float.MAX_VALUE};
        assertThat(read(NpyArray.write(new int[] {5}, values)).floats()).isEqualTo(values);
    }

    @Test
    void dataBeginsAtAMultipleOf64Bytes() {
        byte[] file = NpyArray.write(new int[] {2, 3}, new float[6]);
        assertThat((file.length - 6 * 4) % 64).isZero();
        assertThat(file[file.length - 6 * 4 - 1]).isEqualTo((byte) '\n');
    }

    @Test
    void readsDoubles() throws IOException {
        byte[] data = bytes(16, buffer -> buffer.putDouble(Math.PI).putDouble(-1e300));
        assertThat(read(file(1, header("<f8", "(2,)"), data)).values()).containsExactly(Math.PI, -1e300);
    }

    @Test
    void readsLongs() throws IOException {
        byte[] data = bytes(16, buffer -> buffer.putLong(1L << 53).putLong(-7));
        assertThat(read(file(1, header("<i8", "(2, 1)"), data)).values()).containsExactly(1L << 53, -7);
    }

    @Test
    void readsInts() throws IOException {
        byte[] data = bytes(8, buffer -> buffer.putInt(Integer.MIN_VALUE).putInt(9));
        assertThat(read(file(1, header("<i4", "(2,)"), data)).ints()).containsExactly(Integer.MIN_VALUE, 9);
    }

    @Test
    void readsBytesWithAndWithoutSign() throws IOException {
        assertThat(read(file(1, header("|i1", "(2,)"), (byte) -1, (byte) 5)).values())
                .containsExactly(-1, 5);
        assertThat(read(file(1, header("|u1", "(2,)"), (byte) -1, (byte) 5)).values())
                .containsExactly(255, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsAllFormatVersions(int version) throws IOException {
        NpyArray array = read(file(version, header("|u1", "()"), (byte) 7));
        assertThat(array.shape()).isEmpty();
        assertThat(array.values()).containsExactly(7);
    }

    @Test
    void saysWhereAnArrayEndsEarly() {
        byte[] whole = NpyArray.write(new int[] {4}, new float[4]);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(part));
        }
    }

    @Test
    void refusesOtherFiles() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read("PK and more than eight bytes".getBytes(StandardCharsets.US_ASCII)))
                .withMessageContaining("not a NumPy array");
    }

    @ParameterizedTest
    @ValueSource(strings = {">f4", "<f2", "<c8", "|b1", "|O", "<U3", "|S0", "<M8[ns]"})
    void refusesOtherTypes(String type) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(file(1, header(type, "(1,)"), new byte[16])))
                .withMessageContaining(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (x,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (70000, 70000), }",
                "no header"
            })
    void refusesOtherHeaders(String header) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(file(1, header, new byte[16])))
                .withMessageContaining("unsupported NumPy header");
    }

    @Test
    void refusesAHeaderLengthThatCannotBe() {
        byte[] file = file(2, header("<f4", "(1,)"), new byte[4]);
        file[11] = (byte) 0xff;
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(file));
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("weight/b.npy"));
            zip.write(NpyArray.write(new int[] {2}, new float[] {1, 2}));
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(NpyArray.write(new int[0], new float[] {3}));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsTheArraysOfAnArchiveByName() throws IOException {
        Map<String, NpyArray> arrays = Npz.read(new ByteArrayInputStream(archive()));
        assertThat(arrays.keySet()).containsExactly("weight/b", "a");
        assertThat(arrays.get("weight/b").floats()).containsExactly(1, 2);
    }

    @Test
    void refusesAnArchiveCutShort() throws IOException {
        byte[] archive = archive();
        for (int length : new int[] {0, 3, 40, 100}) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Npz.read(new ByteArrayInputStream(archive, 0, length)));
        }
    }
}
