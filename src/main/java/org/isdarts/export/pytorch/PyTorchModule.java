package org.isdarts.export.pytorch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.found.FoundNetwork;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.network.Graph;
import org.isdarts.network.Graph.Value;
import org.isdarts.npy.NpyArray;
import org.isdarts.npy.Npz;

/**
 * A network as a Python file that depends on PyTorch alone, and its numbers as an archive of NumPy arrays beside it, named
 * as in the module's {@code state_dict}. The module computes the graph layer by layer, one line each.
 */
public final class PyTorchModule {
    /** What PyTorch calls the numbers of a layer. */
    private static final Map<String, String> PYTORCH_NAMES = Map.of(
            ".weight", ".weight",
            ".bias", ".bias",
            ".gamma", ".weight",
            ".beta", ".bias",
            ".mean", ".running_mean",
            ".variance", ".running_var");

    private static final String ENDING = ".py";

    /** Modules that PyTorch, or Python when it starts, imports by names that a file in the same folder would take. */
    private static final Set<String> SHADOWED = Stream.of(
                    "torch torchvision torchaudio scipy sklearn pandas numpy abc array ast asyncio base64 bisect builtins calendar cmath codecs collections concurrent"
                            + " contextlib copy copyreg csv ctypes dataclasses datetime decimal difflib dis email enum errno"
                            + " fractions functools gc glob graphlib gzip hashlib heapq importlib inspect io itertools json"
                            + " keyword linecache locale logging math multiprocessing numbers opcode operator os pathlib pickle"
                            + " pkgutil platform pprint queue random re reprlib secrets select selectors shutil signal site"
                            + " socket sre_compile ssl stat statistics string struct subprocess sys sysconfig tarfile tempfile"
                            + " textwrap threading time timeit token tokenize traceback types typing unittest urllib uuid"
                            + " warnings weakref xml zipfile zipimport zlib")
            .flatMap(names -> Stream.of(names.split(" ")))
            .map(name -> name + ENDING)
            .collect(Collectors.toUnmodifiableSet());

    private final FoundNetwork network;

    /** The module of a network. */
    public PyTorchModule(FoundNetwork network) {
        this.network = network;
    }

    /**
     * The Python file and, beside it, the archive of its numbers.
     *
     * @throws IllegalArgumentException if Python could not import a file of that name, or no longer its own
     */
    public Map<Path, byte[]> files(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(ENDING)) {
            throw new IllegalArgumentException(file + " does not end in .py; give a name that does");
        }
        if (SHADOWED.contains(name)) {
            throw new IllegalArgumentException(file + " would hide Python's own " + name
                    + " from whatever runs beside it; give another name, such as net.py");
        }
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(file, source().getBytes(StandardCharsets.UTF_8));
        files.put(file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".npz"), weights());
        return files;
    }

    /** The archive of its numbers. */
    public byte[] weights() {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        Graph graph = network.graph();
        Stream.concat(graph.parameters().stream(), graph.statistics().stream())
                .forEach(numbers -> arrays.put(
                        stateName(numbers.name()),
                        NpyArray.write(numbers.shape(), network.numbers().get(numbers.name()))));
        return Npz.write(arrays);
    }

    private static String stateName(String name) {
        int last = name.lastIndexOf('.');
        return attribute(name.substring(0, last)) + PYTORCH_NAMES.get(name.substring(last));
    }

    /** The Python file; its archive is expected beside it under the same name with {@code .npz}. */
    public String source() {
        return String.join("\n", head(), layers(), forward(), LOAD);
    }

    private String head() {
        Value images = network.graph().input();
        return text(
                """
                \"""%s

                Needs nothing but PyTorch. The weights lie beside this file, under its name with .npz:

                    network = load()
                    logits = network(images)  # images: [N, %d, %d, %d], already normalized
                \"""
                import ast
                import pathlib
                import zipfile

                import torch
                from torch import nn
                from torch.nn import functional as F

                """,
                inDocstring(String.join("\n", network.description())),
                images.channels(),
                images.height(),
                images.width());
    }

    /** Names of classes come with the images; none of them may end the docstring. */
    private static String inDocstring(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String layers() {
        return network.graph().layers().stream()
                .flatMap(layer -> constructed(layer).stream())
                .map(line -> "        " + line + "\n")
                .collect(Collectors.joining(
                        "",
                        """
                        class Network(nn.Module):
                            def __init__(self):
                                super().__init__()
                        """,
                        ""));
    }

    /** The line that makes a layer with numbers; none for others. */
    private static List<String> constructed(Graph.Layer layer) {
        if (layer instanceof Graph.Convolve convolve) {
            return List.of(text(
                    "self.%s = nn.Conv2d(%d, %d, %d, stride=%d, padding=%d, dilation=%d, groups=%d, bias=False)",
                    attribute(convolve.name()),
                    convolve.input().channels(),
                    convolve.output().channels(),
                    convolve.kernel(),
                    convolve.stride(),
                    convolve.padding(),
                    convolve.dilation(),
                    convolve.depthwise() ? convolve.input().channels() : 1));
        }
        if (layer instanceof Graph.NormalizeAffine norm) {
            return List.of(text(
                    "self.%s = nn.BatchNorm2d(%d, eps=%s)",
                    attribute(norm.name()), norm.input().channels(), BatchNorm.EPSILON));
        }
        if (layer instanceof Graph.Classify classify) {
            return List.of(text(
                    "self.%s = nn.Linear(%d, %d)",
                    attribute(classify.name()),
                    classify.input().channels(),
                    classify.output().channels()));
        }
        return List.of();
    }

    private String forward() {
        Graph graph = network.graph();
        return Stream.of(
                        Stream.of("    def forward(self, " + name(graph.input()) + "):"),
                        graph.layers().stream()
                                .map(layer -> "        " + name(layer.output()) + " = " + computed(layer)),
                        Stream.of("        return "
                                + graph.outputs().stream()
                                        .map(PyTorchModule::name)
                                        .collect(Collectors.joining(", "))))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n\n"));
    }

    /** The expression that computes a layer. */
    private String computed(Graph.Layer layer) {
        if (layer instanceof Graph.Convolve convolve) {
            return text("self.%s(%s)", attribute(convolve.name()), name(convolve.input()));
        } else if (layer instanceof Graph.NormalizeAffine norm) {
            return text("self.%s(%s)", attribute(norm.name()), name(norm.input()));
        } else if (layer instanceof Graph.Normalize norm) {
            return text("F.batch_norm(%s, None, None, training=True, eps=%s)", name(norm.input()), BatchNorm.EPSILON);
        } else if (layer instanceof Graph.Sum sum) {
            return sum(sum);
        } else if (layer instanceof Graph.Relu rectify) {
            return text("F.relu(%s)", name(rectify.input()));
        } else if (layer instanceof Graph.Pool pool) {
            return pool(pool);
        } else if (layer instanceof Graph.Subsample subsample) {
            return text("%s[:, :, %d::2, %d::2]", name(subsample.input()), subsample.offset(), subsample.offset());
        } else if (layer instanceof Graph.Concatenate concatenate) {
            return concatenate.inputs().stream()
                    .map(PyTorchModule::name)
                    .collect(Collectors.joining(", ", "torch.cat((", "), 1)"));
        } else if (layer instanceof Graph.Classify classify) {
            return text("self.%s(%s.mean((2, 3)))", attribute(classify.name()), name(classify.input()));
        }
        throw new IllegalArgumentException("PyTorch has no equivalent of " + layer);
    }

    private String sum(Graph.Sum sum) {
        Value output = sum.output();
        String images = name(network.graph().input());
        if (sum.summands().isEmpty()) {
            return text(
                    "%s.new_zeros(%s.shape[0], %d, %d, %d)",
                    images, images, output.channels(), output.height(), output.width());
        }
        String summands =
                sum.summands().stream().map(summand -> name(summand.value())).collect(Collectors.joining(" + "));
        return sum.factor() == 1 ? summands : sum.factor() + " * (" + summands + ")";
    }

    private static String pool(Graph.Pool pool) {
        String window =
                text("%s, %d, stride=%d, padding=%d", name(pool.input()), pool.kernel(), pool.stride(), pool.padding());
        return pool.kind() == PoolingShape.Kind.AVERAGE
                ? "F.avg_pool2d(" + window + ", count_include_pad=False)"
                : "F.max_pool2d(" + window + ")";
    }

    /** Python reads the digits 0 to 9 alone, whatever the user's locale writes. */
    private static String text(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts);
    }

    private static String name(Value value) {
        return "x" + value.id();
    }

    /** Python's names have neither points nor dashes. */
    private static String attribute(String layer) {
        return layer.replaceAll("[.-]", "_").toLowerCase(Locale.ROOT);
    }

    /** Reads NumPy's files without NumPy. */
    private static final String LOAD =
            """

            def load(weights=pathlib.Path(__file__).with_suffix(".npz")):
                network = Network()
                state = network.state_dict()
                with zipfile.ZipFile(weights) as archive:
                    for name in archive.namelist():
                        state[name[: -len(".npy")]] = _array(archive.read(name))
                network.load_state_dict(state)
                return network.eval()


            def _array(file):
                begin = 10 + int.from_bytes(file[8:10], "little")
                shape = ast.literal_eval(file[10:begin].decode())["shape"]
                return torch.frombuffer(bytearray(file[begin:]), dtype=torch.float32).reshape(shape)
            """;
}
