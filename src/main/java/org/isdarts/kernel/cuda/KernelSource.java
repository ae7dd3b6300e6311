package org.isdarts.kernel.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isdarts.kernel.Precision;

/** The kernels' source: what they share, then a file for every family. */
final class KernelSource {
    private static final List<String> FILES = List.of(
            "images",
            "elementwise",
            "layout",
            "moving",
            "classifier",
            "step",
            "spread",
            "norm",
            "pooling",
            "convolution",
            "depthwise");

    private static final Pattern KERNEL = Pattern.compile("__global__ void (\\w+)\\(([^)]*)\\)");
    private static final Map<String, Signature> SIGNATURES = KERNEL.matcher(text())
            .results()
            .collect(Collectors.toMap(
                    kernel -> kernel.group(1),
                    kernel -> new Signature(List.of(kernel.group(2).split(",")))));

    private KernelSource() {}

    /** What the parameters of a kernel are. */
    static Signature signature(String kernel) {
        return SIGNATURES.get(kernel);
    }

    /** All of it as one text, which includes nothing. */
    static String text() {
        return FILES.stream().map(KernelSource::read).collect(Collectors.joining("\n"));
    }

    /** What the source asks for, for images stored in a precision. */
    static List<String> definitions(Precision precision) {
        return precision == Precision.BFLOAT16 ? List.of("BFLOAT16") : List.of();
    }

    private static String read(String file) {
        try (InputStream stream = KernelSource.class.getResourceAsStream(file + ".cu")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
