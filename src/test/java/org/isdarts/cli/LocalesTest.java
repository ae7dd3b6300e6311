package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.isdarts.run.RealRuns;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the program writes is the same in every language of the machine, digits and decimal points above all. */
class LocalesTest {
    private static final Locale BEFORE = Locale.getDefault();

    private static final int DPI = 72;

    @TempDir
    private static Path runs;

    /** Of evaluations alone. */
    private static final Predicate<OptionSpec> OF_EVALUATIONS =
            option -> option.longestName().equals("--confusion");

    private static SortedMap<String, byte[]> american;

    @BeforeAll
    static void exportsOfAnAmerican() throws IOException {
        RealRuns.copyTo(runs);
        Told evaluated = Told.by(
                "evaluate",
                runs.resolve("fisher-7").toString(),
                "--protocol",
                "tiny",
                "--run-dir",
                runs.resolve("evaluated").toString());
        assertThat(evaluated.exit()).isZero();
        american = exportsUnder(Locale.US);
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "tr-TR", "bn-BD-u-nu-beng"})
    void everyExportIsTheSame(String language) throws IOException {
        SortedMap<String, byte[]> exports = exportsUnder(Locale.forLanguageTag(language));

        assertThat(exports.keySet()).isEqualTo(american.keySet());
        assertThat(exports.keySet())
                .allSatisfy(name -> assertThat(exports.get(name)).isEqualTo(american.get(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "tr-TR", "ar-EG-u-nu-arab", "bn-BD-u-nu-beng"})
    void aRunHoldsNoDigitsButThoseOfAscii(String language) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(language));
        Path run = Files.createTempDirectory(runs.getParent(), "run").resolve("run");
        RealRuns.finished(run, RealRuns.config(IsDartsScores.FISHER, 9));

        for (String file : List.of("manifest.json", "summary.json", "events.jsonl", "genotype.json")) {
            assertThat(Files.readString(run.resolve(file))).doesNotContainPattern("[\\p{Nd}&&[^0-9]]");
        }
    }

    private static SortedMap<String, byte[]> exportsUnder(Locale locale) throws IOException {
        Locale.setDefault(locale);
        Path folder = Files.createTempDirectory(runs.getParent(), "exports");
        run("export", folder, OF_EVALUATIONS.negate(), runs.resolve("fisher-7").toString());
        run("export", folder, OF_EVALUATIONS, runs.resolve("evaluated").toString());
        run(
                "compare",
                folder,
                option -> true,
                runs.resolve("fisher-7").toString(),
                runs.resolve("iim-7").toString());
        return contents(folder);
    }

    /** Runs a command with each of the wanted options that names a file, once for each ending that the file may have. */
    private static void run(String command, Path folder, Predicate<OptionSpec> wanted, String... runs) {
        List<OptionSpec> written = new CommandLine(new CommandLineTool())
                .getSubcommands().get(command).getCommandSpec().options().stream()
                        .filter(option -> option.paramLabel().matches("(FILE|DIR).*"))
                        .filter(wanted)
                        .toList();
        for (int round = 0; round < endings(written); round++) {
            List<String> arguments = new ArrayList<>(List.of(command));
            for (OptionSpec option : written) {
                List<String> endings = endings(option);
                if (round < endings.size()) {
                    String name = command + option.longestName() + endings.get(round);
                    arguments.addAll(
                            List.of(option.longestName(), folder.resolve(name).toString()));
                }
            }
            arguments.addAll(List.of(runs));
            Told told = Told.by(arguments.toArray(String[]::new));
            assertThat(told.err()).isEmpty();
            assertThat(told.exit()).isZero();
        }
    }

    private static int endings(List<OptionSpec> options) {
        return options.stream().mapToInt(option -> endings(option).size()).max().orElseThrow();
    }

    /** Those in {@code FILE.png|.svg|.pdf}; that of a folder is empty. */
    private static List<String> endings(OptionSpec option) {
        String label = option.paramLabel();
        return List.of(label.replaceFirst("FILE|DIR", "").split("\\|"));
    }

    /** A PDF and a zip hold the time at which they were written. */
    private static byte[] withoutTimes(String name, byte[] bytes) throws IOException {
        if (name.endsWith(".pdf")) {
            return pixels(bytes);
        }
        return name.endsWith(".zip") ? unpacked(bytes) : bytes;
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpacked.writeBytes(entry.getName().getBytes(StandardCharsets.UTF_8));
                zip.transferTo(unpacked);
            }
        }
        return unpacked.toByteArray();
    }

    /** What is to be seen in a PDF. */
    private static byte[] pixels(byte[] pdf) throws IOException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(renderer.renderImageWithDPI(page, DPI), "png", pixels);
            }
        }
        return pixels.toByteArray();
    }

    private static SortedMap<String, byte[]> contents(Path folder) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                contents.put(folder.relativize(file).toString(), withoutTimes(file.toString(), bytes));
            }
        }
        return contents;
    }
}
