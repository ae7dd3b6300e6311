package org.isdarts.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesFigure;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.run.RunFolder;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;

/** The report of several runs side by side. */
public final class ComparisonReport {
    private static final Set<String> NOT_SHOWN = Set.of("state", "genotype");

    private ComparisonReport() {}

    /**
     * The report of these runs.
     *
     * @throws org.isdarts.run.RunException if a log is damaged
     */
    public static Report of(List<RunFolder> folders) {
        List<ComparedRun> runs = folders.stream().map(ComparedRun::of).toList();
        Stream<Report.Section> sections =
                Stream.of(accuracies(runs), curves(runs), settings(runs), genotypes(runs), repeating(runs));
        return new Report(
                "Comparison of " + runs.size() + " runs",
                runs.stream().map(ComparedRun::name).collect(Collectors.joining(", ")),
                sections.filter(section -> !section.blocks().isEmpty()).toList());
    }

    private static Report.Section accuracies(List<ComparedRun> runs) {
        ComparisonTable comparison = new ComparisonTable(runs);
        List<String> shown = comparison.columns().stream()
                .filter(title -> !NOT_SHOWN.contains(title))
                .toList();
        return new Report.Section(
                "Final accuracy and cost",
                List.of(
                        new Report.Table(comparison.table().only(shown)),
                        new Report.Paragraph("± gives the sample standard deviation over the finished runs whose"
                                + " settings differ in nothing but the seed. " + comparison.about())));
    }

    private static Report.Section curves(List<ComparedRun> runs) {
        List<ChartedRun> charted = runs.stream()
                .filter(run -> run.history().start() != null)
                .map(run -> new ChartedRun(run.name(), run.history()))
                .toList();
        return new Report.Section(
                "Curves",
                charted.isEmpty()
                        ? List.of()
                        : List.of(new Report.Picture(
                                new AcrossPage(new CurvesFigure(CurvesOptions.PLAIN, FigureTheme.LIGHT).of(charted)))));
    }

    private static Report.Section settings(List<ComparedRun> runs) {
        TextTable differing = SettingsTable.of(runs, true);
        return new Report.Section(
                "Settings that differ",
                List.of(
                        differing.rows().isEmpty()
                                ? new Report.Paragraph("The runs have the same settings.")
                                : new Report.Table(differing)));
    }

    private static Report.Section genotypes(List<ComparedRun> runs) {
        List<Report.Block> blocks = new ArrayList<>();
        for (SearchSpace space : SearchSpaces.ALL) {
            GenotypeDifference difference = GenotypeDifference.of(space, runs);
            if (!difference.runs().isEmpty()) {
                blocks.add(new Report.Paragraph("Space " + space.name() + ": " + difference.agreement() + "."));
                blocks.add(new Report.Table(difference.table()));
            }
        }
        return new Report.Section("Genotypes, edge by edge", blocks);
    }

    private static Report.Section repeating(List<ComparedRun> runs) {
        return new Report.Section(
                "How to repeat them",
                runs.stream()
                        .<Report.Block>map(run -> new Report.Command(
                                SettingsListing.of(run.config()).commandWords()))
                        .toList());
    }
}
