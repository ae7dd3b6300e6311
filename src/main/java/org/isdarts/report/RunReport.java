package org.isdarts.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.benchmark.BenchmarkTableException;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.run.RunFigures;
import org.isdarts.found.Cost;
import org.isdarts.run.FoundBy;
import org.isdarts.run.Labels;
import org.isdarts.run.Manifest;
import org.isdarts.run.ProgramVersion;
import org.isdarts.run.RunFolder;
import org.isdarts.search.SearchSettings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.text.Numbers;
import org.isdarts.text.Words;

/** The report of one run: what came out, what was found, how it went, its settings, how to repeat it. */
public final class RunReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final RunFolder folder;
    private final ComparedRun run;

    private RunReport(RunFolder folder) {
        this.folder = folder;
        this.run = ComparedRun.of(folder);
    }

    /**
     * The report of a run.
     *
     * @throws org.isdarts.run.RunException if its log is damaged
     */
    public static Report of(RunFolder folder) {
        return new RunReport(folder).report();
    }

    private Report report() {
        Stream<Report.Section> sections = Stream.of(outcome(), found(), course(), settings(), repeating());
        return new Report(
                run.name(),
                subtitle(),
                sections.filter(section -> !section.blocks().isEmpty()).toList());
    }

    private String subtitle() {
        Manifest manifest = folder.manifest();
        String by = manifest.strategy().isEmpty() ? "" : " by " + manifest.strategy();
        return Words.capitalized(manifest.kind()) + by + " in space "
                + run.config().space() + ", begun "
                + TIME.format(Instant.ofEpochMilli(manifest.started()).atZone(ZoneId.systemDefault())) + " with "
                + ProgramVersion.PROGRAM + " " + manifest.program() + " on " + manifest.device();
    }

    private Report.Section outcome() {
        List<TextTable.Row> rows = new ArrayList<>(rows(
                "state", run.summary().state().label(),
                "epochs", run.summary().epochs(run.config().epochs()).toString(),
                "data set", dataset(),
                "images used", used(),
                "test accuracy", Numbers.percent(run.test()),
                "training accuracy", Numbers.percent(run.train())));
        if (run.config().given().isPresent()) {
            TestedEpoch.of(run.history()).forEach(epoch -> rows.addAll(rows(epoch.name(), epoch.words())));
        }
        FoundBy.search(run.config()).ifPresent(search -> rows.addAll(rows("found by", FoundBy.place(search))));
        FoundBy.evaluationsOf(folder.path())
                .forEach(training -> rows.addAll(rows(
                        "trained from scratch", Labels.nameOf(training.path()) + ": " + FoundBy.progress(training))));
        List<Report.Block> blocks = new ArrayList<>();
        blocks.add(new Report.Table(new TextTable(List.of("quantity", "value"), rows)));
        Stream.of(run.summary().message(), Labels.of(folder).note())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .forEach(text -> blocks.add(new Report.Paragraph(text)));
        return new Report.Section("Outcome", blocks);
    }

    private String used() {
        RunEvent.Started start = run.history().start();
        return start == null
                ? Numbers.NONE
                : String.format(
                        Locale.ROOT, "%,d for training, %,d for testing", start.trainImages(), start.testImages());
    }

    private String dataset() {
        Manifest.DatasetIdentity data = folder.manifest().dataset();
        return String.format(
                Locale.ROOT,
                "%s: %d classes, %,d training and %,d test images, fingerprint %s",
                data.name(),
                data.classes().size(),
                data.trainImages(),
                data.testImages(),
                data.fingerprint().substring(0, Math.min(12, data.fingerprint().length())));
    }

    private Report.Section found() {
        List<Report.Block> blocks = new ArrayList<>();
        run.genotype().ifPresent(genotype -> {
            blocks.add(new Report.Code(genotype.notation()));
            blocks.add(new Report.Table(costs(CostedNetwork.of(folder, genotype))));
            accuracies(genotype, blocks);
        });
        if (run.history().start() != null) {
            RunFigures figures = figures();
            cellTypes().forEach(type -> blocks.add(new Report.Picture(figures.cell(type))));
        }
        return new Report.Section(run.genotype().isPresent() ? "Genotype" : "Cells so far", blocks);
    }

    private static TextTable costs(CostedNetwork network) {
        Cost cost = network.cost();
        return new TextTable(
                List.of("network, " + network.words(), "value"),
                rows(
                        "parameters", String.format(Locale.ROOT, "%,d", cost.parameters()),
                        "multiply-adds of one image", String.format(Locale.ROOT, "%,d", cost.multiplyAdds())));
    }

    private void accuracies(Genotype genotype, List<Report.Block> blocks) {
        String file =
                run.config().settings().find(SearchSettings.BENCHMARK_TABLE).orElse("");
        if (file.isEmpty()) {
            return;
        }
        try {
            BenchmarkTable.Entry entry =
                    BenchmarkTable.read(Path.of(file), genotype.space()).entry(genotype);
            blocks.add(new Report.Paragraph("In the benchmark table the genotype has place " + entry.rank() + " of "
                    + entry.architectures() + "."));
            blocks.add(new Report.Table(new TextTable(
                    List.of("benchmark", "accuracy"),
                    IntStream.range(0, entry.columns().size())
                            .mapToObj(column -> TextTable.Row.of(List.of(
                                    entry.columns().get(column), Numbers.of(entry.accuracies()[column]) + " %")))
                            .toList())));
        } catch (BenchmarkTableException unusable) {
            blocks.add(new Report.Paragraph(unusable.getMessage()));
        }
    }

    private Report.Section course() {
        String title = "Course of the " + folder.manifest().kind();
        if (run.history().start() == null) {
            return new Report.Section(title, List.of());
        }
        RunFigures figures = figures();
        List<Figure> drawn = new ArrayList<>(List.of(new AcrossPage(figures.curves())));
        figures.confusion().ifPresent(drawn::add);
        for (CellType type : cellTypes()) {
            drawn.add(figures.mask(type));
            drawn.addAll(figures.deciding(type));
        }
        return new Report.Section(
                title, drawn.stream().<Report.Block>map(Report.Picture::new).toList());
    }

    private Report.Section settings() {
        return new Report.Section(
                "Settings", List.of(new Report.Table(SettingsTable.of(SettingsListing.of(run.config())))));
    }

    private Report.Section repeating() {
        return new Report.Section(
                "How to repeat it",
                List.of(
                        new Report.Paragraph(
                                "With the same program, images, compute library and number of threads this gives the same result:"),
                        new Report.Command(SettingsListing.of(run.config()).commandWords())));
    }

    private RunFigures figures() {
        History history = run.history();
        return new RunFigures(new ChartedRun(run.name(), history), FigureTheme.LIGHT);
    }

    private List<CellType> cellTypes() {
        return run.config().searchSpace().cellTypes();
    }

    private static List<TextTable.Row> rows(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(row -> TextTable.Row.of(Arrays.asList(pairs).subList(2 * row, 2 * row + 2)))
                .toList();
    }
}
